package dev.heapdrift.snapshot.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.snapshot.Estimate;
import dev.heapdrift.snapshot.Snapshot;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Samples known heaps many times: the 95 % interval of a change holds the true one. */
class ChangeCoverageTest {
  private static final long SIZE = 64 << 10;
  private static final double TAKEN = 1 - Math.exp(-(double) SIZE / (512 << 10));
  private static final int RUNS = 2000;

  private final Random random = new Random(20_260_101);

  /** Sums of weights of sampled objects, and of their variances. */
  private static final class Sum {
    private long samples;

    Estimate estimate() {
      double weight = SIZE / TAKEN;
      double error = Math.sqrt(samples * weight * weight * (1 - TAKEN));
      return new Estimate(
          Math.round(samples * weight), Math.round(samples / TAKEN), error, error / SIZE, samples);
    }
  }

  @ParameterizedTest
  @CsvSource({
    // kept, died, born and kept, born and died
    "4000, 0, 400, 0",
    "4000, 400, 400, 0",
    "4000, 0, 400, 4000",
    "1000, 1000, 1000, 1000",
    "0, 2000, 2500, 0",
  })
  void holdsTheTrueChange(int kept, int died, int born, int passed) {
    int held = 0;
    double widths = 0;
    for (int run = 0; run < RUNS; run++) {
      StatisticDiff diff = sample(kept, died, born, passed);
      widths += diff.sizeDiffMargin() / RUNS;
      if (Math.abs(diff.sizeDiff() - (born - died) * SIZE) <= diff.sizeDiffMargin()) {
        held++;
      }
    }
    assertThat(held / (double) RUNS).isGreaterThan(0.935);
    double best = Statistic.TWO_SIDED_95 * SIZE * Math.sqrt((born + died) * (1 - TAKEN) / TAKEN);
    double independent =
        Statistic.TWO_SIDED_95 * SIZE * Math.sqrt((2 * kept + born + died) * (1 - TAKEN) / TAKEN);
    assertThat(widths).isBetween(best * 0.97, independent * 1.01);
    if (passed == 0 && died == 0) {
      assertThat(widths).isLessThan(best * 1.03);
    }
  }

  private StatisticDiff sample(int kept, int died, int born, int passed) {
    Sum before = new Sum();
    Sum after = new Sum();
    Sum allocatedBefore = new Sum();
    Sum allocatedAfter = new Sum();
    take(kept, before, after, allocatedBefore, allocatedAfter);
    take(died, before, allocatedBefore, allocatedAfter);
    take(born, after, allocatedAfter);
    take(passed, allocatedAfter);
    return TraceQuery.by(GroupBy.LINE)
        .compare(snapshot(before, allocatedBefore), snapshot(after, allocatedAfter))
        .get(0);
  }

  private void take(int objects, Sum... sums) {
    for (int i = 0; i < objects; i++) {
      if (random.nextDouble() < TAKEN) {
        for (Sum sum : sums) {
          sum.samples++;
        }
      }
    }
  }

  private static Snapshot snapshot(Sum live, Sum allocated) {
    return Traces.keeping(1)
        .add("byte[]", live.estimate(), Estimate.NOTHING, allocated.estimate(), Traces.FIND)
        .build();
  }
}
