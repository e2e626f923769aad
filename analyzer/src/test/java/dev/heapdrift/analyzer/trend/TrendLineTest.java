package dev.heapdrift.analyzer.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.heapdrift.analyzer.trend.TrendLine.Direction;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class TrendLineTest {
  @Test
  void itRunsAlongTheTroughs() {
    TrendLine line = TrendLine.of(curve(200, t -> 100 + 2 * t + 50 * (t % 10)));
    assertThat(line.direction()).isEqualTo(Direction.RISING);
    assertThat(line.slope().perSecond()).isCloseTo(2, within(0.1));
    assertThat(line.at(100)).isCloseTo(300, within(20.0));
  }

  @Test
  void itFallsOrHasNoDirection() {
    assertThat(TrendLine.of(curve(60, t -> 500 - t)).direction()).isEqualTo(Direction.FALLING);
    assertThat(TrendLine.of(curve(60, t -> 7)).direction()).isEqualTo(Direction.LEVEL);
  }

  @Test
  void throughTooFewPointsThereIsNone() {
    assertThat(TrendLine.of(curve(TrendLine.MIN_POINTS - 1, t -> t))).isNull();
  }

  private static Curve curve(int points, DoubleUnaryOperator value) {
    double[] times = new double[points];
    double[] values = new double[points];
    for (int i = 0; i < points; i++) {
      times[i] = i;
      values[i] = value.applyAsDouble(i);
    }
    return Curve.of(times, values);
  }
}
