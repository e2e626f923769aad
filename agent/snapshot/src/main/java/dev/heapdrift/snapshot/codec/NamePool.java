package dev.heapdrift.snapshot.codec;

import java.util.HashMap;
import java.util.Map;

/**
 * Lets the snapshots of a series share their strings, frames and stacks: they are nearly the same
 * in each. Grows with what is read and lives as long as its user keeps it.
 *
 * <p>Not thread-safe: one pool for each reading thread.
 */
public final class NamePool {
  private final Map<Object, Object> values = new HashMap<>();

  /** Creates an empty pool. */
  public NamePool() {}

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
