package dev.heapdrift.snapshot.stats;

import dev.heapdrift.snapshot.Frame;
import java.util.Comparator;
import java.util.List;

/**
 * What a group stands for; equal in all snapshots.
 *
 * @param label its printed name, such as {@code Orders.java:42} or {@code com.app.Orders}
 * @param scope the package that tells apart lines and files of the same label, else null
 * @param frames the stack, most recent frame first, for {@link GroupBy#TRACEBACK}; else empty
 */
public record Key(String label, String scope, List<Frame> frames) {
  static final Comparator<Key> ORDER =
      Comparator.comparing(Key::label)
          .thenComparing(key -> String.valueOf(key.scope))
          .thenComparing(key -> key.frames.toString());

  /** Copies the list, so that the key never changes. */
  public Key {
    frames = List.copyOf(frames);
  }

  static Key of(String label) {
    return new Key(label, null, List.of());
  }
}
