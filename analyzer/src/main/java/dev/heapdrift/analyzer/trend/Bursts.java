package dev.heapdrift.analyzer.trend;

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

  /** Rise of the last burst over the mean, below which they add less and less... */
  private static final double FADING = 0.85;

  /** ...if so many standard errors agree. */
  private static final double CLEAR = 2.5;

  /** Above this part of the mean the last burst is like the others. */
  private static final double LIKE_THE_OTHERS = 0.92;

  private static final Bursts NONE = new Bursts(0, 1, 0, null);

  static Bursts of(Curve curve) {
    List<Double> rises = BurstReader.rises(curve);
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

  /** Whether the bursts add less and less. */
  boolean fade() {
    return endToMean < FADING && t < -CLEAR;
  }

  /** Whether all bursts, and there are enough of them, add the same. */
  boolean steady() {
    return count >= TrendJudge.MIN_WINDOWS && endToMean >= LIKE_THE_OTHERS;
  }
}
