package dev.heapdrift.analyzer.trend;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.stat.ranking.NaturalRanking;
import org.hipparchus.util.FastMath;

/**
 * Mann–Kendall test for an upward trend, with the variance corrected for autocorrelation after K.
 * H. Hamed and A. R. Rao, "A modified Mann-Kendall trend test for autocorrelated data", Journal of
 * Hydrology 204 (1998): the ranks of the detrended series tell how many independent observations
 * the series is worth. The correction is only let reduce that number, never raise it.
 */
final class MannKendall {
  private static final NormalDistribution NORMAL = new NormalDistribution();

  /** Two-sided 5 % point of the normal distribution: which autocorrelations count. */
  private static final double SIGNIFICANT = 1.96;

  private MannKendall() {}

  /**
   * The probability, without any trend, of a rise at least as consistent as this one.
   *
   * @param curve the series
   * @param slope its robust slope, taken out before the autocorrelation is measured
   */
  static double upward(Curve curve, double slope) {
    int n = curve.size();
    double s = score(curve);
    if (n < 3 || s <= 0) {
      return 1;
    }
    double z = (s - 1) / FastMath.sqrt(variance(curve, slope));
    return 1 - NORMAL.cumulativeProbability(z);
  }

  /** Variance of the score, with the correction for autocorrelation. */
  static double variance(Curve curve, double slope) {
    double n = curve.size();
    double plain = n * (n - 1) * (2 * n + 5) / 18;
    return plain * FastMath.max(1, inflation(detrended(curve, slope)));
  }

  /** Pairs that rise less pairs that fall. */
  static int score(Curve curve) {
    int s = 0;
    for (int i = 0; i < curve.size(); i++) {
      for (int j = i + 1; j < curve.size(); j++) {
        s += (int) FastMath.signum(curve.value(j) - curve.value(i));
      }
    }
    return s;
  }

  private static double[] detrended(Curve curve, double slope) {
    double[] rest = curve.values();
    for (int i = 0; i < rest.length; i++) {
      rest[i] -= slope * (curve.time(i) - curve.start());
    }
    return rest;
  }

  /** Hamed and Rao's n/n*, equation 20, over the significant autocorrelations of the ranks. */
  private static double inflation(double[] rest) {
    int n = rest.length;
    double[] ranks = new NaturalRanking().rank(rest);
    double sum = 0;
    for (int lag = 1; lag < n - 2; lag++) {
      double r = Autocorrelation.at(ranks, lag);
      if (FastMath.abs(r) > SIGNIFICANT / FastMath.sqrt(n)) {
        sum += (double) (n - lag) * (n - lag - 1) * (n - lag - 2) * r;
      }
    }
    return 1 + 2 * sum / ((double) n * (n - 1) * (n - 2));
  }
}
