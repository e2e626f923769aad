package dev.heapdrift.analyzer.diff;

/** What the rows of a diff stand for. */
public enum GroupBy {
  /** The line of the first application frame. */
  LINE,
  /** The method of the first application frame. */
  METHOD,
  /** The class of the first application frame. */
  CLASS,
  /** The whole growth stack. */
  TRACEBACK,
  /** The package of the first application frame. */
  PACKAGE,
  /** The path to whoever holds the container. */
  OWNER,
  /** The container; only within one JVM. */
  CONTAINER;

  /** Whether every frame of a stack can have a row, so that a diff can be cumulative. */
  public boolean byFrame() {
    return switch (this) {
      case LINE, METHOD, CLASS, PACKAGE -> true;
      case TRACEBACK, OWNER, CONTAINER -> false;
    };
  }
}
