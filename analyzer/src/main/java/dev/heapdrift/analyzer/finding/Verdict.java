package dev.heapdrift.analyzer.finding;

import java.util.Locale;

/** What a series says about its container. */
public enum Verdict {
  /** It grows to the end of the observation, and nothing says that it will stop. */
  UNBOUNDED,
  /** It has grown and reached a plateau. */
  SATURATING,
  /** It grows and is emptied, again and again. */
  SAWTOOTH,
  /** The series does not tell; {@link Evidence#missing()} names what would. */
  INCONCLUSIVE;

  /** The word that reports print, such as {@code unbounded}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
