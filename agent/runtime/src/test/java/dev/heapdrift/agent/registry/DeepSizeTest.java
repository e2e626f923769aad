package dev.heapdrift.agent.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What an element keeps for itself. */
class DeepSizeTest {
  private static final byte[] SHARED = new byte[100_000];

  private final Reader reader = new Reader(Holder.class, Slot.class, Handle.class);

  private final DeepSize deepSize =
      new DeepSize(
          reader.heap,
          reader.layouts,
          reader.instrumentation::getObjectSize,
          object -> object instanceof List<?>);

  static final class Holder {
    final byte[] own = new byte[4000];
    final byte[] shared = SHARED;
    final List<byte[]> registered = new ArrayList<>(List.of(new byte[100_000]));
  }

  /** Tells when a thread has gone, and has what that thread used. */
  static final class Slot extends WeakReference<Object> {
    final byte[] buffer = new byte[4000];

    Slot(Object owner) {
      super(owner);
    }
  }

  static final class Handle {
    final WeakReference<byte[]> weak = new WeakReference<>(new byte[100_000]);
  }

  @Test
  void whatOnlyOneReachesIsItsOwn() {
    assertThat(mean(Holder::new)).isBetween(4016.0, 4100.0);
  }

  @Test
  void fieldsThatAReferenceAddsAreItsOwn() {
    assertThat(mean(() -> new Slot(new byte[100_000]))).isBetween(4016.0, 4120.0);
  }

  @Test
  void whatAReferenceRefersToIsNot() {
    assertThat(mean(Handle::new)).isBetween(16.0, 100.0);
  }

  private double mean(Supplier<Object> element) {
    List<Object[]> elements = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      elements.add(new Object[] {element.get()});
    }
    return deepSize.mean(elements);
  }
}
