package dev.heapdrift.analyzer.trend;

import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/**
 * Sizes and work of one simulated run, read together as the agent does, from a seed.
 *
 * @param sizes what is judged
 * @param work what was done meanwhile
 */
record WorkedSeries(Curve sizes, Work work) {
  private static final int STEPS = 2000;

  /** A run of 20 s to 3 h, in which 10,000 to 2,000,000 units of work come in. */
  static WorkedSeries of(Traffic traffic, Content content, int readings, long seed) {
    Random random = new Random(seed * 31 + (traffic.name() + content.name()).hashCode());
    DoubleUnaryOperator rate = traffic.draw(random);
    double all = Math.exp(Shape.between(random, Math.log(10_000), Math.log(2_000_000)));
    double span = Math.exp(Shape.between(random, Math.log(20), Math.log(10_800)));
    double[] units = new double[STEPS];
    for (int i = 0; i < STEPS; i++) {
      units[i] = Content.noisy(all / STEPS * rate.applyAsDouble(i / (double) STEPS), random);
    }
    double[] sizes = content.sizes(units, random);
    List<SizePoint> work = new ArrayList<>();
    List<SizePoint> read = new ArrayList<>();
    long done = 0;
    for (int step = 0, reading = 0; step < STEPS && reading < readings; step++) {
      done += Math.round(units[step]);
      if (step >= (STEPS - 1) * reading / (readings - 1)) {
        long time = Math.round(3000 + 1000 * span * step / STEPS);
        work.add(new SizePoint(time, done));
        read.add(new SizePoint(time, Math.round(SimulatedSeries.rounded(sizes[step]))));
        reading++;
      }
    }
    return new WorkedSeries(Curve.of(read), Work.of(work));
  }

  /** What it looks like with the counter. */
  Trend counted() {
    return judge(work);
  }

  /** What it looks like without. */
  Trend uncounted() {
    return judge(Work.NONE);
  }

  private Trend judge(Work known) {
    double end = sizes.end();
    return TrendJudge.judge(sizes, new Observation(end, end, Double.POSITIVE_INFINITY, known));
  }
}
