package dev.heapdrift.snapshot.stats;

/**
 * What a group of traces has in common. tracemalloc knows {@code lineno}, {@code filename} and
 * {@code traceback}; the others are ours.
 */
public enum GroupBy {
  /** The line of the first application frame. */
  LINE,
  /** The source file of the first application frame. */
  FILE,
  /** The method of the first application frame. */
  METHOD,
  /** The class of the first application frame. */
  CLASS,
  /** The package of the first application frame. */
  PACKAGE,
  /** The whole stack. */
  TRACEBACK,
  /** The class of the allocated objects. */
  TYPE;

  /** Whether every frame of a stack can have a group, so that statistics can be cumulative. */
  public boolean byFrame() {
    return this != TRACEBACK && this != TYPE;
  }
}
