package dev.heapdrift.analyzer.trend;

import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.util.FastMath;

/**
 * Is the rise more than a random walk would make? The increments of a walk without drift average to
 * zero; this is the one-sided t test of their mean, with the long-run variance of W. K. Newey and
 * K. D. West (Econometrica 55, 1987), because noise in the level makes neighbouring increments
 * cancel and traffic that comes in waves makes them add up.
 */
final class Drift {
  /** Lags of the long-run variance: with a dozen to two dozen increments, more would be noise. */
  private static final int LAGS = 2;

  /** Of the plain variance, what cancellation may take away at most. */
  private static final double MIN_RATIO = 0.2;

  private Drift() {}

  /** The probability that a walk without drift rises as clearly as this curve. */
  static double upward(Curve curve) {
    int n = curve.size() - 1;
    if (n < 3 || curve.rise() <= 0) {
      return 1;
    }
    double mean = curve.rise() / curve.span();
    double[] rest = standardised(curve, mean);
    double sigma = FastMath.sqrt(longRunVariance(rest));
    if (sigma == 0) {
      return 0;
    }
    double t = mean * FastMath.sqrt(curve.span()) / sigma;
    return new TDistribution(n - 1).cumulativeProbability(-t);
  }

  /** What is left of each increment after the drift, per square root of its duration. */
  private static double[] standardised(Curve curve, double mean) {
    double[] rest = new double[curve.size() - 1];
    for (int i = 0; i < rest.length; i++) {
      double duration = curve.time(i + 1) - curve.time(i);
      double step = curve.value(i + 1) - curve.value(i);
      rest[i] = (step - mean * duration) / FastMath.sqrt(duration);
    }
    return rest;
  }

  private static double longRunVariance(double[] rest) {
    double plain = covariance(rest, 0);
    double sum = plain;
    for (int lag = 1; lag <= LAGS; lag++) {
      sum += 2 * (1 - lag / (LAGS + 1.0)) * covariance(rest, lag);
    }
    return FastMath.max(sum, MIN_RATIO * plain);
  }

  private static double covariance(double[] rest, int lag) {
    double sum = 0;
    for (int i = lag; i < rest.length; i++) {
      sum += rest[i] * rest[i - lag];
    }
    return sum / (rest.length - 1);
  }
}
