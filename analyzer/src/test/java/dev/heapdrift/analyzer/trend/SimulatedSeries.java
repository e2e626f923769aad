package dev.heapdrift.analyzer.trend;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** Readings of a {@link Shape} as the agent would take them, from a seed. */
final class SimulatedSeries {
  private SimulatedSeries() {}

  /**
   * A curve with so many readings: nearly even times over 15 s to 3 h, sizes of 2,000 to 2,000,000,
   * rounded like the history's 16-bit logarithmic scale.
   */
  static Curve of(Shape shape, int readings, long seed) {
    Random random = new Random(seed * 31 + shape.name().hashCode());
    DoubleUnaryOperator truth = shape.draw(random);
    double span = Math.exp(Shape.between(random, Math.log(15), Math.log(10_800)));
    double scale = Math.exp(Shape.between(random, Math.log(2_000), Math.log(2_000_000)));
    double jitter = Shape.between(random, 0, 0.6);
    double[] times = new double[readings];
    double[] values = new double[readings];
    for (int i = 0; i < readings; i++) {
      double even = i + (i == 0 || i == readings - 1 ? 0 : jitter * (random.nextDouble() - 0.5));
      double t = even / (readings - 1);
      times[i] = 3 + span * t;
      values[i] = rounded(scale * truth.applyAsDouble(t));
    }
    return Curve.of(times, values);
  }

  /** A size as the agent's history remembers it. */
  static double rounded(double size) {
    double step = 1 + Math.log(2) * 31 / 65_536;
    long level = Math.round(Math.log(Math.max(1, size)) / Math.log(step));
    return Math.rint(Math.pow(step, (double) level));
  }
}
