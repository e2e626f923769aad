package dev.heapdrift.agent.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Properties;
import java.util.Stack;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table agrees with the JDK that runs the test. */
class GrowthTableTest {

  static List<Structure> rows() {
    List<Structure> rows = new ArrayList<>(GrowthTable.rows());
    rows.addAll(GrowthTable.walked());
    return rows;
  }

  @Test
  void everyStructureStandsInItOnce() {
    assertThat(rows()).extracting(Structure::className).doesNotHaveDuplicates();
    assertThat(GrowthTable.rows()).allMatch(Structure::hooked);
    assertThat(GrowthTable.walked()).noneMatch(Structure::hooked);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theSizeIsReadFromFieldsThatExist(Structure row) throws Exception {
    SizeSource size = row.size();
    if (size instanceof SizeSource.Field field) {
      assertField(row.className(), field.name(), int.class);
    } else if (size instanceof SizeSource.CounterField field) {
      assertThat(field(row.className(), field.name()).getType()).isAssignableTo(Number.class);
    } else if (size instanceof SizeSource.StripedCounter counter) {
      assertField(row.className(), counter.base(), long.class);
      assertThat(field(row.className(), counter.cells()).getType().getComponentType().getName())
          .isEqualTo(counter.cellClass());
      assertField(counter.cellClass(), counter.cellValue(), long.class);
    } else if (size instanceof SizeSource.ArrayLength array) {
      assertArray(row.className(), array.field());
    } else if (size instanceof SizeSource.MappedArrays arrays) {
      assertFields(row.className(), arrays.field());
      assertArray(arrays.mapClass(), arrays.table());
      String node = field(arrays.mapClass(), arrays.table()).getType().getComponentType().getName();
      assertFields(node, arrays.value(), arrays.next());
    } else if (size instanceof SizeSource.RingSpan ring) {
      assertField(row.className(), ring.head(), int.class);
      assertField(row.className(), ring.tail(), int.class);
      assertArray(row.className(), ring.array());
    } else if (size instanceof SizeSource.Difference difference) {
      assertField(row.className(), difference.high(), int.class);
      assertField(row.className(), difference.low(), int.class);
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theElementsAreFoundThroughFieldsThatExist(Structure row) throws Exception {
    ElementShape shape = row.shape();
    if (shape instanceof ElementShape.Array array) {
      assertArray(row.className(), array.field());
    } else if (shape instanceof ElementShape.AlternatingArray array) {
      assertArray(row.className(), array.field());
    } else if (shape instanceof ElementShape.Table table) {
      assertArray(row.className(), table.field());
      assertFields(table.nodeClass(), table.keyField(), table.valueField(), table.nextField());
    } else if (shape instanceof ElementShape.Linked list) {
      assertFields(row.className(), list.first());
      assertFields(list.nodeClass(), list.itemField(), list.nextField());
    } else if (shape instanceof ElementShape.SkipList list) {
      assertFields(row.className(), list.top());
      assertFields(list.indexClass(), list.indexedField());
      assertFields(list.nodeClass(), list.keyField(), list.valueField(), list.nextField());
    } else if (shape instanceof ElementShape.Tree tree) {
      assertFields(row.className(), tree.root());
      assertFields(
          tree.nodeClass(),
          tree.keyField(),
          tree.valueField(),
          tree.leftField(),
          tree.rightField());
    }
  }

  @Test
  void aSubclassIsKnownByItsNearestSuperclass() {
    assertThat(GrowthTable.of(LinkedHashMap.class).className()).isEqualTo("java.util.HashMap");
    assertThat(GrowthTable.of(Stack.class).className()).isEqualTo("java.util.Vector");
    assertThat(GrowthTable.of(new ArrayList<>() {}.getClass()).className())
        .isEqualTo("java.util.ArrayList");
    assertThat(GrowthTable.of(ConcurrentHashMap.class).className())
        .isEqualTo("java.util.concurrent.ConcurrentHashMap");
  }

  @Test
  void wrappersAreNoStructures() {
    assertThat(GrowthTable.of(HashSet.class)).isNull();
    assertThat(GrowthTable.of(Properties.class)).isNull();
    assertThat(GrowthTable.of(Collections.synchronizedList(new ArrayList<>()).getClass())).isNull();
    assertThat(GrowthTable.of(Object[].class)).isNull();
  }

  private static void assertFields(String type, String... names) throws Exception {
    for (String name : names) {
      if (name != null) {
        assertThat(field(type, name).getType().isPrimitive()).as(type + "." + name).isFalse();
      }
    }
  }

  private static void assertArray(String type, String name) throws Exception {
    assertThat(field(type, name).getType().isArray()).as(type + "." + name).isTrue();
  }

  private static void assertField(String type, String name, Class<?> expected) throws Exception {
    assertThat(field(type, name).getType()).as(type + "." + name).isEqualTo(expected);
  }

  private static Field field(String type, String name) throws Exception {
    return Class.forName(type, false, null).getDeclaredField(name);
  }
}
