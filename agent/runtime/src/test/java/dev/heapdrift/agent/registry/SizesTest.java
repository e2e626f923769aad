package dev.heapdrift.agent.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.carrotsearch.hppc.IntObjectHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

/** Sizes of containers outside the JDK, learnt from how their fields behave. */
class SizesTest {
  private final Reader reader = new Reader();
  private final Sizes sizes = new Sizes(reader.heap, reader.layouts);
  private final ContainerType.Table types = new ContainerType.Table();
  private final TimeAxis axis = new TimeAxis();
  private long now;

  @Test
  void learnsFastutil() {
    Int2ObjectOpenHashMap<Object> map = new Int2ObjectOpenHashMap<>();
    learns(map, "key", i -> map.put(i, "x"), map::size);
  }

  @Test
  void learnsHppc() {
    IntObjectHashMap<Object> map = new IntObjectHashMap<>();
    learns(map, "keys", i -> map.put(i + 1, "x"), map::size); // it counts the key 0 apart
  }

  @Test
  void learnsNetty() {
    var map = new io.netty.util.collection.IntObjectHashMap<Object>();
    learns(map, "keys", i -> map.put(i, "x"), map::size);
  }

  @Test
  void learnsScala() {
    var map = new scala.collection.mutable.HashMap<Object, Object>();
    learns(map, "scala$collection$mutable$HashMap$$table", i -> map.put(i, "x"), map::size);
  }

  @Test
  void learnsASizeThatIsNotCalledSo() {
    Obscure obscure = new Obscure();
    learns(obscure, "a", i -> obscure.add(i), () -> obscure.d);
  }

  @Test
  void takesAnArrayThatIsCopiedOnWriteAsTheCollection() {
    AtomicReference<Object[]> subscribers = new AtomicReference<>(new Object[0]);
    Entry entry = entry(subscribers, null);
    for (int i = 1000; i < 1010; i++) {
      subscribers.set(new Object[i]);
      entry.grew(tick(), i, 0, axis);
    }
    assertThat(sizes.read(entry, subscribers)).isEqualTo(1009);
  }

  @Test
  void saysUnknownWhenNothingBehavesLikeASize() {
    Fixed fixed = new Fixed();
    reader.record(Fixed.class);
    Entry entry = entry(fixed, "slots");
    for (int i = 0; i < 20; i++) {
      assertThat(sizes.read(entry, fixed)).isEqualTo(SizeReader.UNKNOWN);
      fixed.clock += 1L << 40;
    }
  }

  @Test
  void readsTheStaticArrayOfAClass() {
    reader.record(Statics.class);
    Entry entry = entry(Statics.class, "listeners");
    for (int i = 100; i < 105; i++) {
      Statics.listeners = new Object[i];
      entry.grew(tick(), i, 0, axis);
    }
    assertThat(sizes.read(entry, Statics.class)).isEqualTo(104);
    assertThat(entry.containerClass()).isNull();
    assertThat(entry.typeName()).isEqualTo("java.lang.Object[]");
  }

  private void learns(Object container, String field, IntConsumer add, IntSupplier size) {
    reader.record(container.getClass());
    Entry entry = entry(container, field);
    entry.grew(tick(), 64, 0, axis);
    for (int i = 0; i < 5000; i++) {
      add.accept(i);
      if (i % 100 == 0) {
        long read = sizes.read(entry, container);
        assertThat(read).isIn(SizeReader.UNKNOWN, (long) size.getAsInt());
      }
    }
    assertThat(sizes.read(entry, container)).isEqualTo(size.getAsInt());
  }

  private Entry entry(Object container, String field) {
    return new Entry(1, container, types.of(container.getClass()), field, tick());
  }

  private Now tick() {
    return new Now(++now, 0, 0);
  }

  /** A list whose fields have the names that an obfuscator gives. */
  static final class Obscure {
    Object[] a = new Object[64];
    int b = 63;
    int c = 48;
    int d;
    int e;

    void add(Object o) {
      if (d == a.length) {
        a = Arrays.copyOf(a, 2 * d);
        b = a.length - 1;
        c = a.length * 3 / 4;
      }
      a[d++] = o;
      e -= 17;
    }
  }

  static final class Fixed {
    Object[] slots = new Object[100];
    int limit = 75;
    long clock = System.nanoTime();
  }

  static final class Statics {
    static Object[] listeners = new Object[64];
  }
}
