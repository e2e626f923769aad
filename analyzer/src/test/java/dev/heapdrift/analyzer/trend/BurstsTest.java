package dev.heapdrift.analyzer.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BurstsTest {

  @Test
  void equalBurstsAreSteadyThoughTheFirstAreSlow() {
    Bursts bursts = Bursts.of(plateaus(1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000));
    assertThat(bursts.count()).isEqualTo(7);
    assertThat(bursts.endToMean()).isCloseTo(1, within(1e-9));
    assertThat(bursts.steady()).isTrue();
    assertThat(bursts.fade()).isFalse();
    assertThat(bursts.sums().end()).isEqualTo(7);
    assertThat(bursts.sums().last()).isEqualTo(7000);
  }

  @Test
  void burstsThatAddLessAndLessFade() {
    Bursts bursts = Bursts.of(plateaus(500, 6128, 11_066, 15_443, 19_442, 23_128, 26_535));
    assertThat(bursts.fade()).isTrue();
    assertThat(bursts.steady()).isFalse();
  }

  @Test
  void aRiseInWhichAPauseMayHaveBeenMissedIsNoBurst() {
    double[] times = {1, 2, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20};
    double[] sizes = {10, 1000, 3000, 3000, 3400, 4000, 4000, 4500, 5000, 5000, 5100, 6000, 6000};
    double[] all = Arrays.copyOf(sizes, times.length);
    Arrays.fill(all, sizes.length, times.length, 7000);
    Bursts bursts = Bursts.of(Curve.of(times, all));
    assertThat(bursts.count()).isEqualTo(4);
    assertThat(bursts.endToMean()).isCloseTo(1, within(1e-9));
  }

  @Test
  void aBurstThatStallsForAMomentIsOne() {
    double[] sizes = new double[60];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = 1000 * (i / 10) + Math.min(1000, 200 * (i % 10));
    }
    double[] stalled = sizes.clone();
    for (int i = 51; i < 55; i++) {
      stalled[i] = stalled[i - 1] + (i == 53 ? 25 : 240); // half a percent of all
    }
    assertThat(Bursts.of(curve(stalled)).count()).isEqualTo(Bursts.of(curve(sizes)).count());
    assertThat(Bursts.of(curve(stalled)).endToMean()).isCloseTo(1, within(0.02));
  }

  @Test
  void smoothGrowthHasNoBursts() {
    double[] sizes = new double[40];
    for (int i = 0; i < 40; i++) {
      sizes[i] = 100.0 * i;
    }
    assertThat(Bursts.of(curve(sizes)).count()).isZero();
  }

  private static Curve curve(double[] sizes) {
    double[] times = new double[sizes.length];
    for (int i = 0; i < times.length; i++) {
      times[i] = i;
    }
    return Curve.of(times, sizes);
  }

  /** Three readings of each level, one a second. */
  private static Curve plateaus(double... levels) {
    double[] times = new double[3 * levels.length];
    double[] sizes = new double[3 * levels.length];
    for (int i = 0; i < times.length; i++) {
      times[i] = i;
      sizes[i] = levels[i / 3];
    }
    return Curve.of(times, sizes);
  }
}
