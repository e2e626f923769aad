package dev.heapdrift.analyzer.finding;

import java.util.Locale;

/** The answer for a whole run. */
public enum Outcome {
  /** At least one finding is unbounded. */
  LEAKS,
  /** Everything that grew was measured and is bounded. */
  CLEAN,
  /** Too little was measured to say either. */
  INCONCLUSIVE;

  /** The word that reports print, such as {@code leaks}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
