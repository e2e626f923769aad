package dev.heapdrift.benchmarks.cost;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TurnsTest {

  private static Turns of(String... results) {
    Turns turns = new Turns();
    for (String result : results) {
      turns.add(turns.all().size(), 0.5, result);
    }
    return turns;
  }

  private final Turns base = of("10 1000 900", "10 2000 1100", "10 4000 1000");
  private final Turns tool = of("5 1000 1000", "5 3000 2000", "5 2000 3000");

  @Test
  void ratiosAndDifferencesArePairedByTurn() {
    assertThat(tool.ratios(base, 0)).containsExactly(2.0, 3.0, 1.0);
    assertThat(tool.differences(base, 1)).containsExactly(400.0, 0.0);
  }

  @Test
  void cpuTimeIsTakenOverAllTurnsTogether() {
    assertThat(base.cpuPerUnit(0)).isEqualTo(100);
    assertThat(tool.cpuPerUnit(1)).isEqualTo(500);
  }

  @Test
  void workedSecondsAreThoseBeforeTheTurn() {
    assertThat(base.workedSeconds(2)).isEqualTo(1);
    assertThat(base.workedSeconds(0)).isZero();
  }

  @Test
  void whatFailedHasNoTurns() {
    tool.fail("it ended");
    assertThat(tool.problem()).isEqualTo("it ended");
    assertThat(tool.all()).isEmpty();
  }
}
