package dev.heapdrift.agent.heap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeapTest {
  private final Heap heap = Heap.open();

  @Test
  void readsInstanceFields() {
    Shapes.Sample sample = new Shapes.Sample();
    assertThat(heap.reference(sample, heap.offset(Shapes.Sample.class, "own"))).isEqualTo("own");
    assertThat(heap.intAt(sample, heap.offset(Shapes.Sample.class, "count"))).isEqualTo(5);
    assertThat(heap.longAt(sample, heap.offset(Shapes.Sample.class, "total"))).isEqualTo(1L << 40);
  }

  @Test
  void readsStaticFieldsFromTheClass() throws ReflectiveOperationException {
    Class<?> type = Class.forName(Shapes.Sample.class.getName());
    assertThat(heap.reference(type, heap.offset(type, "shared"))).isEqualTo("shared");
    assertThat(heap.intAt(type, heap.offset(type, "sharedCount"))).isEqualTo(8);
  }

  @Test
  void knowsNoOffsetOfWhatIsNotDeclared() {
    assertThat(heap.offset(Shapes.Sample.class, "nothing")).isEqualTo(-1);
    assertThat(heap.offset(Shapes.Sample.class, "inherited")).isEqualTo(-1);
    assertThat(heap.offset(Shapes.Sample.class, null)).isEqualTo(-1);
  }

  @Test
  void survivesClassesThatHaveNoFieldsByNature() {
    assertThat(heap.offset(Object[].class, "length")).isEqualTo(-1);
    assertThat(heap.offset(int.class, "value")).isEqualTo(-1);
    assertThat(heap.offset(Runnable.class, "value")).isEqualTo(-1);
  }

  @Test
  void loadsAndInitialisesNothing() throws ReflectiveOperationException {
    LoadSpy loader =
        new LoadSpy(null, Shapes.Sleeper.class, Shapes.Sample.class, Shapes.Base.class);
    Class<?> sleeper = Class.forName(Shapes.Sleeper.class.getName(), false, loader);
    Class<?> sample = Class.forName(Shapes.Sample.class.getName(), false, loader);
    loader.asked();

    assertThat(heap.initialized(sleeper)).isFalse();
    assertThat(heap.offset(sleeper, "never")).isPositive();
    assertThat(heap.offset(sample, "stranger")).isPositive();
    assertThat(heap.offset(sample, "sharedStranger")).isPositive();
    assertThat(heap.initialized(sleeper)).isFalse();
    assertThat(loader.asked()).isEmpty();
    assertThat(System.getProperty("heapdrift.test.sleeper")).isNull();
  }
}
