package dev.heapdrift.analyzer.trend;

import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.univariate.BrentOptimizer;
import org.hipparchus.optim.univariate.SearchInterval;
import org.hipparchus.optim.univariate.UnivariateObjectiveFunction;
import org.hipparchus.stat.regression.SimpleRegression;
import org.hipparchus.util.FastMath;

/**
 * The curve {@code a + b (1 - exp(-t / tau))} that fits best. Given tau the rest is a linear
 * regression, so that only tau is searched for (variable projection), on a logarithmic scale.
 *
 * @param plateau where it ends up, {@code a + b}, in entries
 * @param tau time constant in seconds
 * @param reached part of the rise from its start that the end of the curve has reached, 0 to 1
 * @param squares sum of squared residuals
 */
record SaturatingFit(double plateau, double tau, double reached, double squares) {
  /** Shortest time constant tried, as part of the span: below, the curve is a step. */
  private static final double SHORTEST = 0.02;

  /** Longest one: beyond, the curve is a straight line. */
  private static final double LONGEST = 20;

  private static final int EVALUATIONS = 200;

  static SaturatingFit of(Curve curve) {
    double span = curve.span();
    double best =
        new BrentOptimizer(1e-4, 1e-6)
            .optimize(
                new MaxEval(EVALUATIONS),
                new UnivariateObjectiveFunction(
                    logTau -> regression(curve, FastMath.exp(logTau)).getSumSquaredErrors()),
                GoalType.MINIMIZE,
                new SearchInterval(FastMath.log(SHORTEST * span), FastMath.log(LONGEST * span)))
            .getPoint();
    double tau = FastMath.exp(best);
    SimpleRegression line = regression(curve, tau);
    return new SaturatingFit(
        line.getIntercept() + line.getSlope(),
        tau,
        1 - FastMath.exp(-span / tau),
        line.getSumSquaredErrors());
  }

  private static SimpleRegression regression(Curve curve, double tau) {
    SimpleRegression line = new SimpleRegression();
    for (int i = 0; i < curve.size(); i++) {
      line.addData(1 - FastMath.exp(-(curve.time(i) - curve.start()) / tau), curve.value(i));
    }
    return line;
  }
}
