package dev.heapdrift.analyzer.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The published rates, on a smaller sample of the same simulation: docs/verdicts.md has the large
 * one.
 */
class FalseAlarmTest {
  private static final int EACH = 400;

  private static final List<Accuracy.Result> LONG = Accuracy.simulate(EACH, 20, 90);

  @Test
  void oneHealthySeriesInAThousandAtMostIsCalledUnbounded() {
    assertThat(Accuracy.unbounded(LONG, false)).isLessThanOrEqualTo(0.001);
  }

  @Test
  void nineteenLeaksInTwentyAreFound() {
    assertThat(Accuracy.unbounded(LONG, true)).isGreaterThan(0.95);
  }

  @Test
  void noKindOfHealthySeriesStandsOut() {
    assertThat(Accuracy.simulate(200, 8, 19).stream())
        .filteredOn(r -> !r.shape().leak && r.unbounded())
        .hasSizeLessThanOrEqualTo(10);
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void leaksAreNeverCalledBoundedNorHealthySeriesMissed(Shape shape) {
    List<Accuracy.Result> some = LONG.stream().filter(r -> r.shape() == shape).toList();
    long wrong =
        shape.leak
            ? some.stream().filter(r -> r.trend() instanceof Trend.Saturating).count()
            : some.stream().filter(Accuracy.Result::unbounded).count();
    assertThat(wrong).isLessThanOrEqualTo(EACH / 100);
  }
}
