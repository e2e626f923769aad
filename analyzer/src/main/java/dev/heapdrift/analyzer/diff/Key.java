package dev.heapdrift.analyzer.diff;

import dev.heapdrift.snapshot.Frame;
import java.util.List;

/**
 * What a row stands for.
 *
 * @param label its printed name, such as {@code Orders.java:42}
 * @param detail what tells apart rows of the same label, such as {@code com.app.Orders.find}, or
 *     null
 * @param frames the stack, for {@link GroupBy#TRACEBACK}; else empty
 */
public record Key(String label, String detail, List<Frame> frames) {

  static Key of(String label) {
    return new Key(label, null, List.of());
  }

  static Key of(String label, String detail) {
    return new Key(label, detail, List.of());
  }
}
