package dev.heapdrift.benchmarks.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettlingTest {

  private static final int MEASURED_FROM = 40;

  private static List<Double> ratios(int slowTurns, double slow, double last) {
    List<Double> ratios = new ArrayList<>(Collections.nCopies(slowTurns, slow));
    ratios.addAll(Collections.nCopies(MEASURED_FROM + 10 - slowTurns, last));
    return ratios;
  }

  @Test
  void whatNeverChangesIsSettledFromTheStart() {
    assertThat(Settling.turn(List.of(ratios(0, 2, 1.5)), MEASURED_FROM)).isZero();
  }

  @Test
  void aStepIsFoundWithinTheWindow() {
    assertThat(Settling.turn(List.of(ratios(20, 2, 1.0)), MEASURED_FROM)).isBetween(20, 23);
  }

  @Test
  void threePercentMoreCountsAsSettled() {
    assertThat(Settling.turn(List.of(ratios(20, 1.03, 1.0)), MEASURED_FROM)).isZero();
  }

  @Test
  void oneOutlierIsNoStep() {
    List<Double> ratios = ratios(0, 1, 1);
    ratios.set(30, 9.0);
    assertThat(Settling.turn(List.of(ratios), MEASURED_FROM)).isZero();
  }

  @Test
  void whatIsSlowUntilMeasuringBeginsHasNotSettledBefore() {
    assertThat(Settling.turn(List.of(ratios(40, 2, 1.0)), MEASURED_FROM)).isEqualTo(MEASURED_FROM);
  }

  @Test
  void severalSetsAreReadTogether() {
    List<Double> late = ratios(38, 2, 1);
    List<Double> early = ratios(10, 2, 1);
    assertThat(Settling.turn(List.of(early, late, early), MEASURED_FROM)).isBetween(10, 13);
  }
}
