package dev.heapdrift.agent.snapshots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.snapshots.CostMeter.Activity;
import dev.heapdrift.snapshot.CostFacts;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class CostMeterTest {
  private final CostMeter meter = new CostMeter();

  @Test
  void saysNothingOfWhatNeverRan() {
    assertThat(meter.facts()).isEmpty();
  }

  @Test
  void addsUpOverSnapshots() {
    for (int i = 1; i <= 100; i++) {
      meter.record(Activity.DRAIN, 1_000_000L * i);
      meter.facts();
    }
    CostFacts drain = meter.facts().get(0);
    assertThat(drain.activity()).isEqualTo("drain");
    assertThat(drain.count()).isEqualTo(100);
    assertThat(drain.totalNanos()).isCloseTo(5_050_000_000L, Percentage.withPercentage(1));
    assertThat(drain.p50Nanos()).isCloseTo(50_000_000L, Percentage.withPercentage(2));
    assertThat(drain.p99Nanos()).isCloseTo(99_000_000L, Percentage.withPercentage(2));
    assertThat(drain.maxNanos()).isCloseTo(100_000_000L, Percentage.withPercentage(1));
  }

  @Test
  void takesAnyNumber() {
    meter.record(Activity.LATENESS, -5);
    meter.record(Activity.LATENESS, Long.MAX_VALUE);
    assertThat(meter.facts().get(0).count()).isEqualTo(2);
  }
}
