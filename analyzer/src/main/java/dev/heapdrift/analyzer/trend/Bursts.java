package dev.heapdrift.analyzer.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.stat.regression.SimpleRegression;

/**
 * Growth that comes in bursts of work, between which the size stands still: what each adds says
 * more than the clock, because the first bursts are slow while the JVM warms up, and later ones
 * slow when the leak itself costs time.
 *
 * @param count how many bursts were seen
 * @param endToMean rise of the last burst over the mean rise, by the line that fits best; 1 when
 *     all add the same
 * @param t slope of that line over its standard error, negative when the bursts add less and less
 * @param sums what they have added together, over the number of the burst: the curve on a clock
 *     that stands still while nothing is done; null when none was seen
 */
record Bursts(int count, double endToMean, double t, Curve sums) {
  /** Fewest bursts that make a series of their own. */
  private static final int MIN_BURSTS = 4;

  /** Part of the time that must be pauses, or they are accidents of the readings. */
  private static final double MIN_PAUSES = 0.2;

  /** What may change in a pause, as part of the curve's range. */
  private static final double NOISE = 0.005;

  /** Pace of a pause over that of the burst before it, at most: a burst may end slowly. */
  private static final double STILL = 0.1;

  /** Rise of the last burst over the mean, below which they add less and less... */
  private static final double FADING = 0.85;

  /** ...if so many standard errors agree. */
  private static final double CLEAR = 2.5;

  /** Above this part of the mean the last burst is like the others. */
  private static final double LIKE_THE_OTHERS = 0.92;

  /** How many times longer than usual readings may be apart before a pause may have been missed. */
  private static final double BLIND = 2;

  private static final Bursts NONE = new Bursts(0, 1, 0, null);

  static Bursts of(Curve curve) {
    List<Double> rises = rises(curve);
    if (rises.size() < MIN_BURSTS) {
      return NONE;
    }
    SimpleRegression line = new SimpleRegression();
    double[] numbers = new double[rises.size() + 1];
    double[] sums = new double[rises.size() + 1];
    for (int i = 0; i < rises.size(); i++) {
      line.addData(i, rises.get(i));
      numbers[i + 1] = i + 1.0;
      sums[i + 1] = sums[i] + rises.get(i);
    }
    double mean = sums[rises.size()] / rises.size();
    double error = line.getSlopeStdErr();
    return new Bursts(
        rises.size(),
        line.predict(rises.size() - 1.0) / mean,
        error > 0 ? line.getSlope() / error : 0,
        Curve.of(numbers, sums));
  }

  /** The median of the times between two readings. */
  private static double usualGap(Curve curve) {
    double[] gaps = new double[Math.max(1, curve.size() - 1)];
    for (int i = 0; i < curve.size() - 1; i++) {
      gaps[i] = curve.time(i + 1) - curve.time(i);
    }
    Arrays.sort(gaps);
    return gaps[gaps.length / 2];
  }

  /** Whether the bursts add less and less. */
  boolean fade() {
    return endToMean < FADING && t < -CLEAR;
  }

  /** Whether all bursts, and there are enough of them, add the same. */
  boolean steady() {
    return count >= TrendJudge.MIN_WINDOWS && endToMean >= LIKE_THE_OTHERS;
  }

  /**
   * What each burst added, from pause to pause; empty when there are hardly any pauses. The first
   * reading may have come in the middle of the first burst: this counts from 0 if most of it was
   * still to come, else not at all; nor does one in which readings were so far apart that it may be
   * two.
   */
  private static List<Double> rises(Curve curve) {
    double noise = NOISE * (curve.max() - curve.min());
    double paused = 0;
    boolean pausing = false;
    boolean rested = curve.size() > 1 && Math.abs(curve.value(1) - curve.first()) <= noise;
    double level = curve.first();
    double begin = curve.time(0);
    double blind = BLIND * usualGap(curve);
    boolean torn = false;
    List<Double> rises = new ArrayList<>();
    for (int i = 1; i < curve.size(); i++) {
      double step = curve.value(i) - curve.value(i - 1);
      double gap = curve.time(i) - curve.time(i - 1);
      double risen = curve.value(i - 1) - level;
      double pace = risen > noise ? risen / (curve.time(i - 1) - begin) : Double.MAX_VALUE;
      boolean pause = Math.abs(step) <= noise && Math.abs(step) <= STILL * pace * gap;
      paused += pause ? gap : 0;
      torn |= !pause && !pausing && gap > blind;
      if (pause && !pausing && curve.value(i) - level > noise) {
        double reached = curve.value(i);
        if (!torn && (rested || level > curve.first())) {
          rises.add(reached - level);
        } else if (!torn && level < reached / 2) {
          rises.add(reached);
        }
        torn = false;
        level = reached;
      }
      if (curve.value(i) - level <= noise) {
        begin = curve.time(i);
      }
      pausing = pause;
    }
    return paused < MIN_PAUSES * curve.span() ? List.of() : rises;
  }
}
