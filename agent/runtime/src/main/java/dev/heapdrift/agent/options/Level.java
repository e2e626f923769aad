package dev.heapdrift.agent.options;

import java.util.Locale;

/** How much is watched, in the order of cost. */
public enum Level {
  /** Nothing is instrumented. */
  OFF,
  /** Growth of collections; for production. */
  WATCH,
  /** Also a sample of allocations. */
  SAMPLE,
  /** Also every allocation of the included classes. */
  EXACT;

  /** The level that users write so, or null. */
  public static Level named(String text) {
    for (Level level : values()) {
      if (level.text().equals(text)) {
        return level;
      }
    }
    return null;
  }

  /** The level that costs one step less; off for off. */
  public Level below() {
    return switch (this) {
      case OFF, WATCH -> OFF;
      case SAMPLE -> WATCH;
      case EXACT -> SAMPLE;
    };
  }

  /** The level as users write it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
