package dev.heapdrift.agent.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingPlanTest {
  private final ReadingPlan plan = new ReadingPlan();

  @Test
  void aGrowthJustifiesOneReadingAndASecondThatShowsWhetherItRests() {
    plan.grew(at(0));
    assertThat(plan.justified(at(1))).isTrue();
    plan.read(at(1), 0);
    assertThat(plan.justified(at(2))).isTrue();
    plan.read(at(2), 0);
    assertThat(plan.justified(at(3))).isFalse();
    plan.touched();
    assertThat(plan.justified(at(4))).isTrue();
  }

  @Test
  void theSecondReadingWaitsUntilNoMarkingCanHaveSeenTheFirst() {
    plan.grew(at(0));
    plan.read(at(1000), 0);
    assertThat(plan.justified(new Now(4900, 0, 1000))).isFalse();
    assertThat(plan.justified(new Now(5000, 0, 1000))).isTrue();
  }

  @Test
  void afterThatItIsReadEverMoreRarely() {
    plan.grew(at(0));
    List<Long> seconds = new ArrayList<>();
    for (long second = 1; second < 100_000; second++) {
      if (plan.justified(at(second * 1000))) {
        seconds.add(second);
        plan.read(at(second * 1000), 0);
      }
    }
    assertThat(seconds).containsExactly(1L, 2L, 60L, 240L, 960L, 3840L, 15360L, 61440L);
  }

  @Test
  void longCyclesKeepReadingsApart() {
    plan.grew(at(0));
    plan.read(at(30_000), 0);
    assertThat(plan.justified(new Now(60_000, 0, 10_000))).isFalse();
    assertThat(plan.justified(new Now(70_000, 0, 10_000))).isTrue();
  }

  @Test
  void neverReadsTwiceInTenSecondsWithoutAReason() {
    plan.grew(at(0));
    plan.read(at(1_000), 0);
    plan.read(at(59_000), 0);
    assertThat(plan.justified(at(60_000))).isFalse();
    assertThat(plan.justified(at(69_000))).isTrue();
  }

  @Test
  void lendsTheContainerOnceAfterEachGrowth() {
    assertThat(plan.takeLoan()).isFalse();
    plan.grew(at(0));
    assertThat(plan.takeLoan()).isTrue();
    assertThat(plan.takeLoan()).isFalse();
  }

  private static Now at(long millis) {
    return new Now(millis, 0, 0);
  }
}
