package dev.heapdrift.analyzer.trend;

import org.hipparchus.stat.StatUtils;
import org.hipparchus.stat.regression.SimpleRegression;
import org.hipparchus.util.FastMath;

/**
 * Which model explains a curve best, by the small-sample Akaike criterion (C. M. Hurvich and C.-L.
 * Tsai, Biometrika 76, 1989). Lower is better; all are likelihoods of the points after the first.
 *
 * @param unbounded the better of a line and a random walk with drift
 * @param bounded the best of a constant, a random walk without drift, and a saturating exponential
 *     that has passed half of its rise; one that has not is a line to the eye, and {@link Bend} is
 *     the better judge
 * @param fit the saturating exponential's parameters
 * @param saturating the saturating exponential alone
 */
record Models(double unbounded, double bounded, SaturatingFit fit, double saturating) {
  /** Part of its rise that a saturating exponential must have made to count as bounded. */
  private static final double HALF_WAY = 0.5;

  /**
   * Least standard deviation of a reading, as part of the curve's range: readings are not exact,
   * and without it a perfect line would beat an equally perfect curve by an infinite margin.
   */
  private static final double NOISE = 0.002;

  static Models of(Curve curve) {
    SaturatingFit fit = SaturatingFit.of(curve);
    double n = curve.size();
    double saturating = criterion(n, fit.squares() / n + floor(curve), 4);
    double constant = criterion(n, StatUtils.populationVariance(curve.values()) + floor(curve), 2);
    double drift = curve.rise() / curve.span();
    double drifting = criterion(n, walkVariance(curve, drift) + floor(curve), 2);
    double plateau = fit.reached() < HALF_WAY ? Double.POSITIVE_INFINITY : saturating;
    return new Models(
        FastMath.min(line(curve), drifting),
        FastMath.min(plateau, FastMath.min(constant, walk(curve))),
        fit,
        saturating);
  }

  /** The criterion of a straight line. */
  static double line(Curve curve) {
    double n = curve.size();
    return criterion(n, lineSquares(curve) / n + floor(curve), 3);
  }

  /** The criterion of a random walk without drift. */
  static double walk(Curve curve) {
    return criterion(curve.size(), walkVariance(curve, 0) + floor(curve), 1);
  }

  /** Least variance of a reading. */
  static double floor(Curve curve) {
    return FastMath.pow(NOISE * (curve.max() - curve.min()), 2) + 0.25;
  }

  /** The criterion of a model that leaves so large a variance. */
  static double criterion(double points, double variance, int parameters) {
    double n = points - 1;
    if (n <= parameters + 1) {
      return Double.POSITIVE_INFINITY;
    }
    double penalty = 2 * parameters + 2.0 * parameters * (parameters + 1) / (n - parameters - 1);
    return n * FastMath.log(variance) + penalty;
  }

  private static double lineSquares(Curve curve) {
    SimpleRegression line = new SimpleRegression();
    for (int i = 0; i < curve.size(); i++) {
      line.addData(curve.time(i), curve.value(i));
    }
    return line.getSumSquaredErrors();
  }

  /** Mean square of what a walk with this drift leaves of the increments. */
  private static double walkVariance(Curve curve, double drift) {
    double sum = 0;
    for (int i = 1; i < curve.size(); i++) {
      double duration = curve.time(i) - curve.time(i - 1);
      double rest = curve.value(i) - curve.value(i - 1) - drift * duration;
      sum += rest * rest;
    }
    return sum / (curve.size() - 1);
  }
}
