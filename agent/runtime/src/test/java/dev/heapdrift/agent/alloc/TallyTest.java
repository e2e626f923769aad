package dev.heapdrift.agent.alloc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.heapdrift.agent.alloc.Tally.Weight;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static final long INTERVAL = 4096;

  @Test
  void countedObjectsHaveNoError() {
    Tally tally = new Tally();
    tally.add(Weight.of(48, Limits.EVERYTHING), 3);

    assertThat(tally.estimate().bytes()).isEqualTo(144);
    assertThat(tally.estimate().exact()).isTrue();
  }

  @Test
  void whatIsTakenAwayLeavesNoRoundingError() {
    Tally tally = new Tally();
    tally.add(Weight.of(40, INTERVAL), 1);
    tally.add(Weight.of(56, INTERVAL), 1);
    tally.add(Weight.of(40, INTERVAL), -1);
    tally.add(Weight.of(56, INTERVAL), -1);

    assertThat(tally.bytes()).isZero();
    assertThat(tally.isEmpty()).isTrue();
  }

  /** Seeds 1 to 300, of objects from far below the interval to far above it. */
  @Test
  void samplesAreUnbiasedAndTheirErrorsHonest() {
    for (long size : new long[] {16, 512, 4096, 40_000}) {
      int objects = (int) Math.max(50, 400_000 / size);
      double truth = (double) size * objects;
      double mean = 0;
      int covered = 0;
      for (int seed = 1; seed <= 300; seed++) {
        Tally tally = sampled(size, objects, new Random(seed));
        mean += tally.estimate().bytes() / truth / 300;
        double error = Math.max(1, tally.estimate().bytesError());
        covered += Math.abs(tally.estimate().bytes() - truth) <= 1.96 * error ? 1 : 0;
      }
      assertThat(mean).as("mean ratio at " + size).isCloseTo(1, within(0.03));
      assertThat(covered).as("of 300 within 1.96 errors at " + size).isGreaterThan(270);
    }
  }

  private static Tally sampled(long size, int objects, Random random) {
    double probability = -Math.expm1(-(double) size / INTERVAL);
    Tally tally = new Tally();
    for (int i = 0; i < objects; i++) {
      if (random.nextDouble() < probability) {
        tally.add(Weight.of(size, INTERVAL), 1);
      }
    }
    return tally;
  }
}
