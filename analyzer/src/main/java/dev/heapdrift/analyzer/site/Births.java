package dev.heapdrift.analyzer.site;

import java.util.Arrays;
import java.util.Locale;

/**
 * When the survivors of one site were born, in tenths of the time that was observed.
 *
 * <p>A leak's were born all along and evenly. A table's were born at the start; a warming cache's
 * early, and ever fewer; those of a cache at its capacity, of sessions and of queues within its
 * turnover, in the last part only. Work comes in bursts, so it is fifths that are judged.
 */
final class Births {
  /** Fewest samples that tell: of so many that are born evenly, one leak in three still fails. */
  static final int MIN_SAMPLES = 20;

  /** Fewest samples of a site that may share a cause with others. */
  static final int MIN_SHARE_SAMPLES = 6;

  /**
   * Share of births that each fifth must have, which is 0.2 if even: what turns over within four
   * fifths of the observation has none in the first, and what fills up has none in the last.
   */
  static final double MIN_FIFTH = 0.06;

  /** Share that the first and the last third must have, which is 0.33 if even. */
  static final double MIN_THIRD = 0.2;

  /** Share that one fifth may have at most: more is a load, or a turnover. */
  static final double MAX_FIFTH = 0.5;

  /** Share that either half must have where the samples are few. */
  private static final double MIN_HALF = 0.2;

  private static final int TENTHS = 10;

  private final int[] tenths = new int[TENTHS];
  private final int samples;
  private final double firstThird;
  private final double lastThird;

  private Births(double[] when) {
    for (double at : when) {
      tenths[(int) Math.min(TENTHS - 1, at * TENTHS)]++;
    }
    samples = when.length;
    firstThird = share(when, 0, 1.0 / 3);
    lastThird = share(when, 2.0 / 3, 1);
  }

  /**
   * Sorts births into tenths; those outside of the observation are left out.
   *
   * @param births JVM uptimes in ms
   * @param from begin of the observation
   * @param to its end, later
   */
  static Births of(long[] births, long from, long to) {
    double[] when =
        Arrays.stream(births)
            .filter(birth -> birth >= from && birth < to)
            .mapToDouble(birth -> (birth - from) / (double) (to - from))
            .toArray();
    return new Births(when);
  }

  /** Births within the observation. */
  int samples() {
    return samples;
  }

  /** Whether they are enough, and spread as those of a leak. */
  boolean even() {
    boolean even = samples >= MIN_SAMPLES && firstThird >= MIN_THIRD && lastThird >= MIN_THIRD;
    for (int i = 0; even && i < TENTHS; i += 2) {
      int fifth = tenths[i] + tenths[i + 1];
      even = fifth >= MIN_FIFTH * samples && fifth <= MAX_FIFTH * samples;
    }
    return even;
  }

  /** Whether they may belong to a leak that other sites show: too few to tell alone. */
  boolean perhapsEven() {
    int early = Arrays.stream(tenths, 0, TENTHS / 2).sum();
    return samples >= MIN_SHARE_SAMPLES
        && early >= MIN_HALF * samples
        && samples - early >= MIN_HALF * samples
        && lastThird > 0;
  }

  /** What was seen, in half a sentence. */
  String print() {
    long filled = Arrays.stream(tenths).filter(n -> n > 0).count();
    return String.format(
        Locale.ROOT,
        "%d sampled survivors were born in %d of ten tenths of the time, %.0f %% of them in its"
            + " first third and %.0f %% in its last",
        samples,
        filled,
        100 * firstThird,
        100 * lastThird);
  }

  private static double share(double[] when, double from, double to) {
    long in = Arrays.stream(when).filter(at -> at >= from && at < to).count();
    return when.length == 0 ? 0 : (double) in / when.length;
  }
}
