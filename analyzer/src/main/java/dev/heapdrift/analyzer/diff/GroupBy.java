package dev.heapdrift.analyzer.diff;

import java.util.Optional;

/** What the rows of a diff stand for. */
public enum GroupBy {
  /** The line of the first application frame. */
  LINE,
  /** The source file of the first application frame. */
  FILE,
  /** The method of the first application frame. */
  METHOD,
  /** The class of the first application frame. */
  CLASS,
  /** The whole stack. */
  TRACEBACK,
  /** The package of the first application frame. */
  PACKAGE,
  /** The class of the allocated objects, or of the containers. */
  TYPE,
  /** The path to whoever holds the container; containers only. */
  OWNER,
  /** The container; only within one JVM, and containers only. */
  CONTAINER;

  /** Whether every frame of a stack can have a row, so that a diff can be cumulative. */
  public boolean byFrame() {
    return switch (this) {
      case LINE, FILE, METHOD, CLASS, PACKAGE -> true;
      case TRACEBACK, TYPE, OWNER, CONTAINER -> false;
    };
  }

  /** The same key for allocations; empty where it goes with containers only. */
  public Optional<dev.heapdrift.snapshot.stats.GroupBy> ofAllocations() {
    return switch (this) {
      case OWNER, CONTAINER -> Optional.empty();
      case LINE, FILE, METHOD, CLASS, TRACEBACK, PACKAGE, TYPE ->
          Optional.of(dev.heapdrift.snapshot.stats.GroupBy.valueOf(name()));
    };
  }
}
