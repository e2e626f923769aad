package dev.heapdrift.snapshot.codec;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets the snapshots of a series share their strings, frames and stacks: they are nearly the same
 * in each. Grows with what is read and lives as long as its user keeps it.
 *
 * <p>Not thread-safe: one pool for each reading thread.
 */
public final class NamePool {
  /** How far the next string of a table is looked for in the table before. */
  private static final int AHEAD = 8;

  private final Map<Object, Object> values = new HashMap<>();

  /** The strings of the file before this, and how many of them have been passed. */
  private List<String> before = List.of();

  private int next;

  /** The strings of this file. */
  private List<String> newest = List.of();

  /** Creates an empty pool. */
  public NamePool() {}

  /** Begins a file; its table of strings may still grow. */
  void begin(List<String> table) {
    before = newest;
    newest = table;
    next = 0;
  }

  /**
   * Reads a shared string. Most are those of the file before, in the same order: these are compared
   * where they stand, not decoded, hashed and searched for.
   */
  String string(ByteSource in, int length) {
    int end = Math.min(before.size(), next + AHEAD);
    for (int i = next; i < end; i++) {
      String known = before.get(i);
      if (in.skipAscii(known, length)) {
        next = i + 1;
        return known;
      }
    }
    return share(in.utf8(length));
  }

  /**
   * Returns the first equal value that was shared.
   *
   * @param value an immutable value
   * @param <T> its type; values that are equal must have the same type
   */
  @SuppressWarnings("unchecked") // an equal value has the same type
  <T> T share(T value) {
    Object known = values.putIfAbsent(value, value);
    return known == null ? value : (T) known;
  }
}
