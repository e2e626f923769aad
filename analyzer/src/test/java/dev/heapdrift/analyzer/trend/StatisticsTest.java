package dev.heapdrift.analyzer.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The single statistics, against values known from elsewhere. */
class StatisticsTest {

  @Test
  void theLowerEnvelopeKeepsTheSmallestReadingOfEachWindow() {
    Curve envelope = Curve.of(seconds(8), new double[] {5, 3, 9, 7, 4, 8, 6, 2}).lowerEnvelope(4);
    assertThat(envelope.values()).containsExactly(3, 7, 4, 2);
    assertThat(envelope.times()).containsExactly(1, 3, 4, 7);
  }

  @Test
  void timeMustNotStandStill() {
    assertThatThrownBy(() -> Curve.of(new double[] {1, 1}, new double[] {2, 3}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theSlopeIsTheMedianOfAllPairsAndIgnoresAnOutlier() {
    double[] values = {0, 10, 20, 30, 900, 50, 60, 70, 80, 90};
    Slope slope = Slope.of(Curve.of(seconds(10), values));
    assertThat(slope.perSecond()).isCloseTo(10, within(1e-9));
    assertThat(slope.low()).isLessThanOrEqualTo(10);
    assertThat(slope.high()).isGreaterThanOrEqualTo(10);
  }

  @Test
  void theIntervalOfTheSlopeCoversTheTruth() {
    int covered = 0;
    for (int seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      double[] values = new double[20];
      for (int i = 0; i < values.length; i++) {
        values[i] = 5 * i + 10 * random.nextGaussian();
      }
      Slope slope = Slope.of(Curve.of(seconds(20), values));
      covered += slope.low() <= 5 && 5 <= slope.high() ? 1 : 0;
    }
    assertThat(covered / 400.0).isBetween(0.91, 1.0);
  }

  @Test
  void mannKendallScoreAndVarianceAreTheTextbooks() {
    Curve curve = Curve.of(seconds(10), new double[] {5, 7, 6, 8, 9, 7.5, 10, 12, 11, 13});
    assertThat(MannKendall.score(curve)).isEqualTo(37);
    assertThat(MannKendall.variance(curve, 0.8)).isGreaterThanOrEqualTo(125);
    assertThat(MannKendall.upward(curve, 0.8)).isCloseTo(6.4e-4, within(1e-4));
  }

  @Test
  void autocorrelationWidensTheTestForATrend() {
    double[] walk = new double[40];
    Random random = new Random(5);
    for (int i = 1; i < walk.length; i++) {
      walk[i] = 0.9 * walk[i - 1] + random.nextGaussian();
    }
    Curve curve = Curve.of(seconds(40), walk);
    assertThat(MannKendall.variance(curve, 0)).isGreaterThan(2 * 40 * 39 * 85 / 18.0);
  }

  @Test
  void aWalkWithoutDriftSeldomLooksLikeOneWithDrift() {
    int significant = 0;
    for (int seed = 0; seed < 2000; seed++) {
      Random random = new Random(seed);
      double[] walk = new double[24];
      for (int i = 1; i < walk.length; i++) {
        walk[i] = walk[i - 1] + random.nextGaussian();
      }
      significant += Drift.upward(Curve.of(seconds(24), walk)) < 0.01 ? 1 : 0;
    }
    assertThat(significant / 2000.0).isLessThan(0.03);
  }

  @Test
  void theSaturatingFitFindsPlateauAndTimeConstant() {
    double[] values = new double[30];
    for (int i = 0; i < values.length; i++) {
      values[i] = 200 + 800 * (1 - Math.exp(-i / 8.0));
    }
    SaturatingFit fit = SaturatingFit.of(Curve.of(seconds(30), values));
    assertThat(fit.plateau()).isCloseTo(1000, within(1.0));
    assertThat(fit.tau()).isCloseTo(8, within(0.05));
    assertThat(fit.reached()).isCloseTo(1 - Math.exp(-29 / 8.0), within(1e-3));
  }

  @Test
  void theBendOfASaturatingExponentialAfterOneTimeConstant() {
    double[] values = new double[40];
    for (int i = 0; i < values.length; i++) {
      values[i] = 10_000 * (1 - Math.exp(-i / 39.0));
    }
    Curve curve = Curve.of(seconds(40), values);
    Bend bend = Bend.of(curve, TrendJudge.envelope(curve));
    assertThat(bend.endToMean()).isCloseTo(0.55, within(0.05));
    assertThat(bend.clear()).isTrue();
  }

  @Test
  void benjaminiAndHochbergsOwnExample() {
    double[] p = {0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240};
    double[] q = FalseDiscovery.adjust(p);
    assertThat(q[0]).isCloseTo(0.001, within(1e-9));
    assertThat(q[2]).isCloseTo(0.0019 * 10 / 3, within(1e-9));
    assertThat(q[9]).isCloseTo(0.3240, within(1e-9));
    assertThat(FalseDiscovery.adjust(new double[0])).isEmpty();
  }

  private static double[] seconds(int count) {
    double[] seconds = new double[count];
    for (int i = 0; i < count; i++) {
      seconds[i] = i;
    }
    return seconds;
  }
}
