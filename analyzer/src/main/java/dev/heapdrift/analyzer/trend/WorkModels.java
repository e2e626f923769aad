package dev.heapdrift.analyzer.trend;

import java.util.Arrays;
import org.hipparchus.stat.StatUtils;
import org.hipparchus.util.FastMath;

/**
 * What explains a curve better, by the criterion of {@link Models}: the rate at which work is done,
 * or all the work ever done.
 *
 * <p>What is in hand while work passes through, such as sessions, is the rate times the time that
 * each stays (J. D. C. Little, Operations Research 9, 1961): the work done since one such time ago.
 * It rises with the rate, by no greater factor, and falls with it. A leak rises with the sum. As a
 * part of it may be sessions, the sum need explain only most of the rise.
 *
 * @param rate the criterion of the best model of the rate; infinite where the work is not known
 * @param sum that of the best model of the sum
 */
record WorkModels(double rate, double sum) {
  /** Stays that are tried; half of the observation is the longest that differs from a leak. */
  private static final double LONGEST_STAY = 0.5;

  private static final double SHORTEST_STAY = 0.02;
  private static final double STEP = FastMath.sqrt(2);

  /** Part of the rise that the sum must explain where the rate explains the rest. */
  private static final double MOST = 0.5;

  /** Regressors this close to each other, as 1 less their squared correlation, are the same. */
  private static final double COLLINEAR = 1e-9;

  static final WorkModels UNKNOWN = new WorkModels(Double.POSITIVE_INFINITY, 0);

  static WorkModels of(Curve envelope, Work work) {
    Curve curve = work.counted(envelope);
    if (curve == null) {
      return UNKNOWN;
    }
    double[] done = Arrays.stream(curve.times()).map(work::until).toArray();
    double byRate = Double.POSITIVE_INFINITY;
    double bySum = criterion(curve, squaresOfLine(curve.values(), done), 3);
    for (double stay = LONGEST_STAY; stay >= SHORTEST_STAY; stay /= STEP) {
      for (Before before : Before.values()) {
        double[] inHand = inHand(curve, work, stay * curve.span(), before);
        byRate = FastMath.min(byRate, criterion(curve, squaresOfLevel(curve.values(), inHand), 3));
        bySum = FastMath.min(bySum, criterion(curve, squaresOfBoth(curve, inHand, done), 4));
      }
    }
    return new WorkModels(byRate, bySum);
  }

  /** Whether the rate explains it about as well as the sum, or better. */
  boolean byRate() {
    return rate < sum + TrendJudge.MARGIN;
  }

  /** What was done before the counter was first read. */
  private enum Before {
    /** Nothing: the application has just started. */
    NOTHING,
    /** As much a second as in the first stay: the agent was attached. */
    THE_SAME
  }

  /** The work done in the last {@code stay} seconds before each point. */
  private static double[] inHand(Curve curve, Work work, double stay, Before before) {
    double firstRate = work.between(work.start(), work.start() + stay) / stay;
    double[] inHand = new double[curve.size()];
    for (int i = 0; i < inHand.length; i++) {
      double from = curve.time(i) - stay;
      double unread = FastMath.max(0, work.start() - from);
      inHand[i] = work.between(from, curve.time(i));
      if (before == Before.THE_SAME) {
        inHand[i] += firstRate * unread;
      }
    }
    return inHand;
  }

  private static double criterion(Curve curve, double squares, int parameters) {
    double n = curve.size();
    return Models.criterion(n, squares / n + Models.floor(curve), parameters);
  }

  /** Squares that a rising line through the sizes leaves; infinite when it does not rise. */
  private static double squaresOfLine(double[] sizes, double[] x) {
    double slope = covariance(x, sizes) / covariance(x, x);
    return slope > 0
        ? FastMath.max(0, covariance(sizes, sizes) - slope * covariance(x, sizes))
        : Double.POSITIVE_INFINITY;
  }

  /**
   * Squares that a level leaves which is proportional to what is in hand, above a constant that is
   * not negative: so it rises by no greater factor.
   */
  private static double squaresOfLevel(double[] sizes, double[] inHand) {
    double variance = covariance(inHand, inHand);
    double slope = variance > 0 ? covariance(inHand, sizes) / variance : 0;
    if (slope <= 0) {
      return covariance(sizes, sizes);
    }
    double base = StatUtils.mean(sizes) - slope * StatUtils.mean(inHand);
    if (base >= 0) {
      return FastMath.max(0, covariance(sizes, sizes) - slope * covariance(inHand, sizes));
    }
    double through = products(inHand, sizes) / products(inHand, inHand);
    double squares = 0;
    for (int i = 0; i < sizes.length; i++) {
      squares += FastMath.pow(sizes[i] - through * inHand[i], 2);
    }
    return squares;
  }

  /** Squares that both together leave; infinite where the sum does not explain most of the rise. */
  private static double squaresOfBoth(Curve curve, double[] inHand, double[] done) {
    double[] sizes = curve.values();
    double rr = covariance(inHand, inHand);
    double ww = covariance(done, done);
    double rw = covariance(inHand, done);
    double ry = covariance(inHand, sizes);
    double wy = covariance(done, sizes);
    double determinant = rr * ww - rw * rw;
    if (determinant <= COLLINEAR * rr * ww) {
      return Double.POSITIVE_INFINITY;
    }
    double ofRate = (ry * ww - wy * rw) / determinant;
    double ofSum = (wy * rr - ry * rw) / determinant;
    double leaked = ofSum * (done[done.length - 1] - done[0]);
    return ofRate < 0 || leaked < MOST * curve.rise()
        ? Double.POSITIVE_INFINITY
        : FastMath.max(0, covariance(sizes, sizes) - ofRate * ry - ofSum * wy);
  }

  /** Sum of the products of what two series differ by from their means. */
  private static double covariance(double[] a, double[] b) {
    double meanA = StatUtils.mean(a);
    double meanB = StatUtils.mean(b);
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - meanA) * (b[i] - meanB);
    }
    return sum;
  }

  private static double products(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
