package dev.heapdrift.analyzer.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrendChecksTest {
  private static final int EACH = 60;

  @ParameterizedTest
  @EnumSource(Shape.class)
  void allArePassedWhereAndOnlyWhereTheJudgeSaysUnbounded(Shape shape) {
    for (int seed = 0; seed < EACH; seed++) {
      Curve curve = SimulatedSeries.of(shape, 6 + seed, seed);
      double end = curve.end() + curve.span() * (seed % 4) / 5;
      double busyUntil = seed % 3 == 0 ? Double.NaN : curve.start() + curve.span() * (seed % 5) / 4;
      double capacity = seed % 2 == 0 ? 2 * curve.last() : Double.POSITIVE_INFINITY;
      agree(curve, Observation.busy(curve));
      agree(curve, new Observation(end, busyUntil, capacity));
    }
  }

  @Test
  void aCacheThatFillsUpFailsWhereItSlowsDown() {
    Curve curve = SimulatedSeries.of(Shape.EXPONENTIAL_WARM_UP, 60, 1);
    assertThat(TrendChecks.of(curve, Observation.busy(curve)))
        .filteredOn(check -> !check.passed())
        .isNotEmpty()
        .allSatisfy(check -> assertThat(check.seen()).isNotBlank())
        .extracting(Check::name)
        .containsAnyOf("to the end", "no slowing down", "better model");
  }

  @Test
  void fewReadingsAreAllThatIsToBeSaid() {
    Curve curve = Curve.of(new double[] {1, 2}, new double[] {100, 900});
    assertThat(TrendChecks.of(curve, Observation.busy(curve)))
        .containsExactly(new Check("readings", "2 over 1.0 s of work", "8 over 5 s", false));
  }

  private static void agree(Curve curve, Observation observation) {
    List<Check> checks = TrendChecks.of(curve, observation);
    boolean unbounded = TrendJudge.judge(curve, observation) instanceof Trend.Unbounded;
    assertThat(checks.stream().allMatch(Check::passed)).as(checks::toString).isEqualTo(unbounded);
  }
}
