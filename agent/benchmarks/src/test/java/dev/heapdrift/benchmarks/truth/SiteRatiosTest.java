package dev.heapdrift.benchmarks.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.benchmarks.truth.Site.Kind;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The judge of bias sees what is there and nothing else. */
class SiteRatiosTest {

  private static final long TRUE = 8_000_000;

  @Test
  void whatIsTrueOnAverageIsUnbiased() {
    assertThat(runs(1, 0.05).unbiased()).isTrue();
  }

  @Test
  void whatIsExactIsUnbiased() {
    assertThat(runs(1, 0).unbiased()).isTrue();
  }

  @Test
  void moreThanThreeStandardErrorsIsBias() {
    assertThat(runs(1.015, 0.05).unbiased()).isFalse();
  }

  @Test
  void moreThanTwoPercentIsBiasHoweverWideTheSpread() {
    assertThat(runs(1.03, 0.5).unbiased()).isFalse();
  }

  @Test
  void whereNearlyAllIsSampledChanceMayShowNoSpread() {
    assertThat(runs(1.002, 0).unbiased()).isTrue();
    assertThat(runs(1.003, 0).unbiased()).isFalse();
  }

  @Test
  void aRoundWithoutHookSaysNothingOfBias() {
    SiteRatios ratios = runs(1, 0.05);
    ratios.add(measured(0));
    assertThat(ratios.unbiased()).isTrue();
    assertThat(ratios.toString()).endsWith("| 200 | 1 | unbiased |");
  }

  @Test
  void isARowOfATable() {
    assertThat(runs(1, 0))
        .hasToString(
            "| small | OBJECT | 1.0000 | 0.0009 | 1.0000 | 0.0009 | 100.0 % | 200 | 0 | unbiased"
                + " |");
  }

  @Test
  void whatAProgramPrintsIsReadBack() {
    Measured measured = measured(3);
    assertThat(Measured.parse("noise\n" + measured + "\nmore noise\n"))
        .isEqualTo(List.of(measured));
  }

  /** Ratios with this mean, to the digit, and about this spread. */
  private static SiteRatios runs(double mean, double spread) {
    Random random = new Random(1);
    SiteRatios ratios = new SiteRatios();
    for (int run = 0; run < TruthRuns.JVMS * TruthRuns.ROUNDS / 2; run++) {
      double off = spread * random.nextGaussian();
      ratios.add(measured(Math.round(TRUE * (mean + off))));
      ratios.add(measured(Math.round(TRUE * (mean - off))));
    }
    return ratios;
  }

  /** With a standard error of 1.25 %. */
  private static Measured measured(long said) {
    long error = TRUE / 80;
    return new Measured("small", Kind.OBJECT, TRUE, said, error, TRUE, said, error);
  }
}
