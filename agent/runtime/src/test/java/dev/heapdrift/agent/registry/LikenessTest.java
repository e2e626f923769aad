package dev.heapdrift.agent.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.growth.GrowthTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LikenessTest {
  private final Reader reader = new Reader();
  private final SizeReader sizes = new SizeReader(reader.heap);
  private final ElementReader elements = new ElementReader(reader.heap, reader.layouts, n -> 0);

  @Test
  void knowsALaterCopyOfAMapByItsKeys() {
    Map<Object, Object> map = map(1000);
    Map<Object, Object> copy = new HashMap<>(map);
    copy.put("one", "more");
    assertThat(like(map).test(copy)).isTrue();
  }

  @Test
  void knowsALaterCopyOfAListAndOfATree() {
    List<Object> list = new ArrayList<>(map(500).keySet());
    assertThat(like(list).test(new ArrayList<>(list))).isTrue();
    Map<Object, Object> tree = new TreeMap<>(map(500));
    assertThat(like(tree).test(new TreeMap<>(tree))).isTrue();
  }

  @Test
  void isNotFooledByAMapOfTheSameSizeOrTheSameValues() {
    Map<Object, Object> map = map(1000);
    assertThat(like(map).test(map(1000))).isFalse();
    Map<Object, Object> otherKeys = new HashMap<>();
    map.forEach((key, value) -> otherKeys.put(new Object(), value));
    assertThat(like(map).test(otherKeys)).isFalse();
  }

  @Test
  void isNotFooledByAMapThatHoldsMuchMoreOrLess() {
    Map<Object, Object> map = map(1000);
    Map<Object, Object> larger = map(5000);
    larger.putAll(map);
    assertThat(like(map).test(larger)).isFalse();
    assertThat(like(map).test(new HashMap<>())).isFalse();
    assertThat(like(new HashMap<>()).test(new HashMap<>())).isFalse();
  }

  private Likeness like(Object container) {
    return new Likeness(container, GrowthTable.of(container.getClass()), sizes, elements);
  }

  private static Map<Object, Object> map(int entries) {
    Map<Object, Object> map = new HashMap<>();
    for (int i = 0; i < entries; i++) {
      map.put("key" + i, i);
    }
    return map;
  }
}
