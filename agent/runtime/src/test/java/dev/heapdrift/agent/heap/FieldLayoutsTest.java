package dev.heapdrift.agent.heap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.heap.FieldLayouts.IntField;
import dev.heapdrift.agent.heap.FieldLayouts.RefField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class FieldLayoutsTest {
  private final Heap heap = Heap.open();
  private final FieldNames names = new FieldNames();
  private final FieldLayouts layouts = new FieldLayouts(heap, names);
  private final LoadSpy loader = new LoadSpy(names, Shapes.Sample.class, Shapes.Base.class);

  @Test
  void findsRecordedFieldsOfAnApplicationClassAndLoadsNothing() throws Exception {
    Class<?> type = loader.initialised(Shapes.Sample.class);
    loader.asked();

    assertThat(layouts.instanceFields(type))
        .extracting(RefField::name)
        .containsExactly("own", "stranger", "numbers", "inherited");
    assertThat(layouts.staticFields(type))
        .extracting(RefField::name)
        .containsExactly("shared", "sharedStranger");
    assertThat(layouts.intFields(type))
        .extracting(IntField::name)
        .containsExactly("count", "total", "baseCount");
    assertThat(loader.asked()).isEmpty();
    assertThat(layouts.skipped()).isZero();
  }

  @Test
  void whatItFindsCanBeRead() throws Exception {
    Class<?> type = loader.initialised(Shapes.Sample.class);
    Object sample = newInstance(type);
    List<Object> values = new ArrayList<>();
    for (RefField field : layouts.instanceFields(type)) {
      values.add(heap.reference(sample, field.offset()));
    }
    assertThat(values).startsWith("own", null).endsWith("inherited");
    RefField shared = layouts.staticFields(type).get(0);
    assertThat(heap.reference(shared.declaring(), shared.offset())).isEqualTo("shared");
  }

  @Test
  void keepsTypesAsDescriptors() throws Exception {
    Class<?> type = loader.initialised(Shapes.Sample.class);
    assertThat(layouts.instanceFields(type))
        .extracting(RefField::descriptor)
        .contains("Ljava/lang/Object;", Shapes.Stranger.class.descriptorString(), "[I");
  }

  @Test
  void skipsAndCountsClassesThatNobodyRecorded() throws Exception {
    LoadSpy silent = new LoadSpy(null, Shapes.Sample.class, Shapes.Base.class);
    Class<?> type = silent.initialised(Shapes.Sample.class);
    silent.asked();
    assertThat(layouts.staticFields(type)).isEmpty();
    assertThat(silent.asked()).isEmpty();
    layouts.clear();
    assertThat(layouts.skipped()).isPositive();
  }

  @Test
  void reflectsOnTheJdkAndOnHiddenClasses() {
    assertThat(layouts.instanceFields(ArrayList.class))
        .extracting(RefField::name)
        .contains("elementData");
    assertThat(layouts.intFields(ArrayList.class))
        .extracting(IntField::name)
        .contains("size", "modCount");
    String captured = "captured by " + this;
    Supplier<String> closure = () -> captured;
    RefField argument = layouts.instanceFields(closure.getClass()).get(0);
    assertThat(heap.reference(closure, argument.offset())).isSameAs(captured);
  }

  @Test
  void givesNoFieldsOfAClassThatIsNotInitialised() throws Exception {
    LoadSpy lazy = new LoadSpy(names, Shapes.Sleeper.class);
    Class<?> sleeper = Class.forName(Shapes.Sleeper.class.getName(), false, lazy);
    assertThat(layouts.staticFields(sleeper)).isEmpty();
    assertThat(heap.initialized(sleeper)).isFalse();
  }

  @Test
  void arraysAndPrimitivesHaveNone() {
    assertThat(layouts.instanceFields(Object[].class)).isEmpty();
    assertThat(layouts.staticFields(int.class)).isEmpty();
  }

  private static Object newInstance(Class<?> type) throws ReflectiveOperationException {
    var constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    return constructor.newInstance();
  }
}
