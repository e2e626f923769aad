package dev.heapdrift.analyzer.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrendJudgeTest {

  @ParameterizedTest
  @ValueSource(doubles = {20, 30, 600, 86_400})
  void linearGrowthToTheEndIsUnbounded(double span) {
    Curve curve = curve(30, span, t -> 2000 + 50_000 * t / span);
    Trend trend = busy(curve);
    assertThat(trend).isInstanceOf(Trend.Unbounded.class);
    assertThat(trend.slope().perSecond()).isCloseTo(50_000 / span, within(500 / span));
    assertThat(trend.slope().low()).isLessThanOrEqualTo(trend.slope().perSecond());
    assertThat(((Trend.Unbounded) trend).confidence()).isBetween(0.8, 1.0);
  }

  @Test
  void tenBurstsWithPausesAreUnbounded() {
    Curve curve = curve(26, 25, t -> 1500 * Math.ceil((t + 0.01) / 2.5));
    assertThat(busy(curve)).isInstanceOf(Trend.Unbounded.class);
  }

  @Test
  void burstsThatAllAddTheSameAreUnboundedHoweverLongTheMachineHoldsThemUp() {
    double[] seconds = {0.5, 0.5, 0.5, 0.5, 0.5, 3, 3.5, 4, 2, 0.5};
    assertThat(busy(bursts(seconds, burst -> 1000))).isInstanceOf(Trend.Unbounded.class);
    assertThat(busy(bursts(seconds, burst -> 1000 * Math.exp(-burst / 8))))
        .isNotInstanceOf(Trend.Unbounded.class);
  }

  /** Bursts that take so long each, with pauses of two seconds, read every half second. */
  private static Curve bursts(double[] seconds, DoubleUnaryOperator adds) {
    double span = Arrays.stream(seconds).sum() + 2 * seconds.length;
    return curve(
        (int) (2 * span) + 1,
        span,
        t -> {
          double size = 0;
          double begin = 0;
          for (int i = 0; i < seconds.length; i++) {
            double done = Math.max(0, Math.min(1, (t - begin) / seconds[i]));
            size += adds.applyAsDouble(i) * done;
            begin += seconds[i] + 2;
          }
          return size;
        });
  }

  @Test
  void sizesKnownOnlyWhenTheArrayDoublesAreEnoughOnceThereAreTen() {
    double[] times = new double[14];
    double[] sizes = new double[14];
    for (int i = 0; i < times.length; i++) {
      sizes[i] = 64 << i;
      times[i] = sizes[i] / 10_000;
    }
    Trend trend = busy(Curve.of(times, sizes));
    assertThat(trend).isNotInstanceOf(Trend.Saturating.class).isNotInstanceOf(Trend.Steady.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 7})
  void fewReadingsAreInconclusive(int readings) {
    Trend trend = busy(curve(readings, 60, t -> 1000 * t));
    assertThat(trend).isInstanceOf(Trend.Inconclusive.class);
    assertThat(((Trend.Inconclusive) trend).growing()).isTrue();
    assertThat(((Trend.Inconclusive) trend).missing()).contains("readings");
  }

  @Test
  void fourSecondsAreInconclusive() {
    assertThat(busy(curve(60, 4, t -> 1000 * t))).isInstanceOf(Trend.Inconclusive.class);
  }

  @Test
  void aCacheThatFillsAndStaysFlatUnderLoadHasItsPlateau() {
    Trend trend = busy(curve(40, 40, t -> Math.min(25_000, 1800 * t)));
    assertThat(trend).isInstanceOf(Trend.Saturating.class);
    assertThat(((Trend.Saturating) trend).plateau()).isEqualTo(25_000);
  }

  @Test
  void anExponentialThatHasLeveledOffHasItsPlateauWhateverTheLoad() {
    Curve curve = curve(60, 60, t -> 25_000 * (1 - Math.exp(-t / 10)));
    Trend trend = TrendJudge.judge(curve, Observation.unknown(curve));
    assertThat(trend).isInstanceOf(Trend.Saturating.class);
    assertThat(((Trend.Saturating) trend).plateau()).isCloseTo(25_000, within(300.0));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.7, 1, 1.5, 2})
  void anExponentialStillOnItsWayIsInconclusive(double timeConstants) {
    Trend trend = busy(curve(40, 40, t -> 25_000 * (1 - Math.exp(-timeConstants * t / 40))));
    assertThat(trend).isInstanceOf(Trend.Inconclusive.class);
    assertThat(((Trend.Inconclusive) trend).growing()).isTrue();
    assertThat(((Trend.Inconclusive) trend).missing()).contains("bound");
  }

  @Test
  void growthThatStopsWhileTheLoadIsNotKnownIsInconclusive() {
    Curve curve = curve(40, 40, t -> 1000 * Math.min(22, t));
    Trend trend = TrendJudge.judge(curve, Observation.unknown(curve));
    assertThat(trend).isInstanceOf(Trend.Inconclusive.class);
    assertThat(((Trend.Inconclusive) trend).missing()).contains("load");
  }

  @Test
  void growthOverTwoThirdsOfAnObservationThatThenIdlesIsInconclusive() {
    Curve curve = curve(40, 40, t -> 1000 * Math.min(20, t));
    Trend trend = TrendJudge.judge(curve, new Observation(43, 23, Double.POSITIVE_INFINITY));
    assertThat(trend).isInstanceOf(Trend.Inconclusive.class);
  }

  @Test
  void growthThatWasMissedSinceTheLastReadingIsInconclusive() {
    Curve curve = curve(20, 20, t -> 1000 * t);
    Trend read = TrendJudge.judge(curve, new Observation(26, 26, 32_768));
    Trend missed = TrendJudge.judge(curve, new Observation(38, 38, 22_000));
    assertThat(read).isInstanceOf(Trend.Unbounded.class);
    assertThat(missed).isInstanceOf(Trend.Inconclusive.class);
  }

  @Test
  void whatGaveNoReasonToReadItForHalfTheTimeHasStopped() {
    Curve curve = curve(3, 2, t -> 1000 * t);
    assertThat(TrendJudge.judge(curve, new Observation(40, 40, 4096)))
        .isInstanceOf(Trend.Steady.class);
  }

  @ParameterizedTest
  @ValueSource(doubles = {3, 4.5, 8, 15})
  void wavesAreSawteeth(double periods) {
    Trend trend =
        busy(curve(60, 60, t -> 18_000 - 12_000 * Math.cos(t / 60 * 2 * Math.PI * periods)));
    assertThat(trend).isInstanceOf(Trend.Sawtooth.class);
  }

  @Test
  void aTableLoadedAtTheStartIsSteady() {
    assertThat(busy(curve(40, 40, t -> 30_000 * Math.min(1, t / 2))))
        .isInstanceOf(Trend.Steady.class);
  }

  @Test
  void aSizeThatHardlyChangesIsSteady() {
    assertThat(busy(curve(40, 40, t -> 30_000 + t))).isInstanceOf(Trend.Steady.class);
  }

  @Test
  void aLeakAfterALargeStartUpLoadIsUnbounded() {
    assertThat(busy(curve(40, 40, t -> 30_000 * Math.min(1, t / 2) + 200 * t)))
        .isInstanceOf(Trend.Unbounded.class);
  }

  private static Trend busy(Curve curve) {
    return TrendJudge.judge(curve, Observation.busy(curve));
  }

  /** Readings at even times from 3 s on. */
  private static Curve curve(int readings, double span, DoubleUnaryOperator size) {
    double[] times = new double[readings];
    double[] sizes = new double[readings];
    for (int i = 0; i < readings; i++) {
      double t = span * i / (readings - 1);
      times[i] = 3 + t;
      sizes[i] = Math.rint(size.applyAsDouble(t));
    }
    return Curve.of(times, sizes);
  }
}
