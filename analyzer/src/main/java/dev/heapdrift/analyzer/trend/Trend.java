package dev.heapdrift.analyzer.trend;

/** What one curve says. */
public sealed interface Trend {

  /** How fast it has grown, or null when too little was read to say. */
  Slope slope();

  /** One sentence: what the curve looks like. */
  String pattern();

  /** Probability of so clear a rise without any drift; 1 where none is claimed. */
  default double p() {
    return 1;
  }

  /**
   * It rises to the end of the observation, and neither a plateau nor a walk without drift explains
   * it as well.
   *
   * @param slope how fast
   * @param p probability of so clear a rise without any drift
   * @param confidence 0 to 1
   * @param pattern what it looks like
   */
  record Unbounded(Slope slope, double p, double confidence, String pattern) implements Trend {}

  /**
   * It has risen and reached a plateau, while the JVM went on working.
   *
   * @param slope how fast it still grows
   * @param plateau fitted or observed, in entries
   * @param confidence 0 to 1
   * @param pattern what it looks like
   */
  record Saturating(Slope slope, double plateau, double confidence, String pattern)
      implements Trend {}

  /**
   * It rises and falls again and again, and retains nothing.
   *
   * @param slope of its lower envelope
   * @param falls how often it fell
   * @param confidence 0 to 1
   * @param pattern what it looks like
   */
  record Sawtooth(Slope slope, int falls, double confidence, String pattern) implements Trend {}

  /**
   * Nothing to report: it has not grown, or only when it was loaded at the start.
   *
   * @param slope how fast it grows
   * @param pattern what it looks like
   */
  record Steady(Slope slope, String pattern) implements Trend {}

  /**
   * It has grown, and the readings do not tell whether it will stop.
   *
   * @param slope how fast, or null
   * @param growing whether it still grew at the end
   * @param pattern what it looks like
   * @param missing what evidence would decide
   */
  record Inconclusive(Slope slope, boolean growing, String pattern, String missing)
      implements Trend {

    /** Whether it rises, but less and less as far as can be seen: only a bound is missing. */
    public boolean bends() {
      return growing && GrowthTest.NO_BOUND_SEEN.equals(missing);
    }
  }
}
