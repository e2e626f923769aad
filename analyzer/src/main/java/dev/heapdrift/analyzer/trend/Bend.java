package dev.heapdrift.analyzer.trend;

import org.hipparchus.stat.regression.OLSMultipleLinearRegression;
import org.hipparchus.stat.regression.SimpleRegression;
import org.hipparchus.util.FastMath;

/**
 * Whether a rise speeds up or slows down, by the parabola that fits best.
 *
 * @param endToMean slope at the end over the mean slope: 1 for a line, 0.58 for a saturating
 *     exponential seen for one time constant
 * @param t the curvature over its standard error if the sizes are a curve plus noise, negative when
 *     slowing down; the error accounts for first-order autocorrelation of the residuals
 * @param tOfSteps the same if the increments are noisy, as when bursts of work differ in size
 */
record Bend(double endToMean, double t, double tOfSteps) {
  /** Resampling makes dense and sparse stretches of the curve count alike. */
  private static final int GRID = 48;

  /** Standard errors of {@link #t} that are clear: one rise in 200 that does not bend. */
  private static final double CLEAR = 2.6;

  /** The same of {@link #tOfSteps}, which has far fewer degrees of freedom to be clear with. */
  private static final double CLEAR_OF_STEPS = 2.0;

  /**
   * The bend of a curve.
   *
   * @param curve its readings
   * @param envelope its lower envelope, for the increments
   */
  static Bend of(Curve curve, Curve envelope) {
    Curve even = curve.resampled(GRID);
    double[][] x = new double[GRID][];
    for (int i = 0; i < GRID; i++) {
      double u = 2.0 * i / (GRID - 1) - 1;
      x[i] = new double[] {u, u * u};
    }
    OLSMultipleLinearRegression fit = new OLSMultipleLinearRegression();
    fit.newSampleData(even.values(), x);
    double[] b = fit.estimateRegressionParameters();
    double mean = b[1];
    double end = b[1] + 2 * b[2];
    double r = FastMath.max(0, FastMath.min(0.95, Autocorrelation.at(fit.estimateResiduals(), 1)));
    double error = fit.estimateRegressionParametersStandardErrors()[2];
    double t = error == 0 ? 0 : b[2] / error * FastMath.sqrt((1 - r) / (1 + r));
    return new Bend(mean == 0 ? 1 : end / mean, t, tOfSteps(envelope));
  }

  /** Whether it slows down beyond doubt. */
  boolean clear() {
    return t < -CLEAR && tOfSteps < -CLEAR_OF_STEPS;
  }

  private static double tOfSteps(Curve envelope) {
    SimpleRegression steps = new SimpleRegression();
    for (int i = 1; i < envelope.size(); i++) {
      double duration = envelope.time(i) - envelope.time(i - 1);
      steps.addData(envelope.time(i), (envelope.value(i) - envelope.value(i - 1)) / duration);
    }
    double error = steps.getSlopeStdErr();
    return error > 0 ? steps.getSlope() / error : 0;
  }
}
