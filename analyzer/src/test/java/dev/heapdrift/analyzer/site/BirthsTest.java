package dev.heapdrift.analyzer.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The shapes that were measured, with as many samples as a run has. */
class BirthsTest {
  private static final int RUNS = 2000;

  @Test
  void aLeaksSurvivorsWereBornAllAlong() {
    assertThat(evenOf(100, u -> u)).isGreaterThan(0.99);
    assertThat(evenOf(40, u -> u)).isGreaterThan(0.85);
    assertThat(evenOf(Births.MIN_SAMPLES, u -> u)).isGreaterThan(0.6);
  }

  @Test
  void aLeakThatIsFedInBurstsIsEvenToo() {
    assertThat(evenOf(100, u -> Math.floor(u * 10) / 10 + 0.02)).isGreaterThan(0.95);
  }

  @Test
  void aTableWasBornAtTheStart() {
    assertThat(evenOf(150, u -> u * 0.08)).isZero();
  }

  @Test
  void aWarmingCacheWasBornEarly() {
    assertThat(evenOf(150, u -> Math.min(0.999, -0.12 * Math.log(1 - u)))).isZero();
    assertThat(evenOf(150, u -> 0.35 * u)).isZero();
  }

  @Test
  void aCacheAtItsCapacityAndSessionsWereBornWithinTheirTurnover() {
    assertThat(evenOf(150, u -> 0.3 + 0.7 * u)).isZero();
    assertThat(evenOf(150, u -> 0.2 + 0.8 * u)).isZero();
    assertThat(evenOf(150, u -> Math.sqrt(0.06 + 0.94 * u))).as("more and more").isLessThan(0.01);
  }

  @Test
  void fewSamplesTellNothing() {
    assertThat(evenOf(Births.MIN_SAMPLES - 1, u -> u)).isZero();
    Births few = births(Births.MIN_SHARE_SAMPLES, u -> u, new Random(1));
    assertThat(few.samples()).isEqualTo(Births.MIN_SHARE_SAMPLES);
  }

  @Test
  void whatIsOutsideOfTheObservationDoesNotCount() {
    Births births = Births.of(alike(5, 10, 15, 19, 20, 90), 10, 20);
    assertThat(births.samples()).isEqualTo(3);
    assertThat(births.print()).startsWith("3 sampled survivors were born in 3 of ten tenths");
  }

  @Test
  void whatFewSamplesStandForIsNotBelieved() {
    List<Birth> heavyAtTheEnd = new ArrayList<>(alike(LongStream.range(0, 90).toArray()));
    heavyAtTheEnd.addAll(List.of(new Birth(150, 200), new Birth(250, 200), new Birth(280, 200)));
    assertThat(Births.of(heavyAtTheEnd, 0, 300).even()).isFalse();
  }

  @Test
  void noSampleStandsForMoreThanATenth() {
    List<Birth> births = new ArrayList<>(alike(LongStream.range(0, 99).toArray()));
    births.add(new Birth(99, 1_000));
    assertThat(Births.of(births, 0, 100).print())
        .endsWith("39 % in its last, weighed by how often the JVM sampled");
  }

  @Test
  void itsOwnDocumentationHolds() {
    assertThat(1 - evenOf(Births.MIN_SAMPLES, u -> u)).isCloseTo(0.16, within(0.05));
  }

  private static double evenOf(int samples, DoubleUnaryOperator quantile) {
    Random random = new Random(20_240_601);
    long even =
        IntStream.range(0, RUNS).filter(i -> births(samples, quantile, random).even()).count();
    return (double) even / RUNS;
  }

  private static Births births(int samples, DoubleUnaryOperator quantile, Random random) {
    long[] born =
        random
            .doubles(samples)
            .map(quantile)
            .mapToLong(when -> Math.round(10_000 + when * 20_000))
            .toArray();
    return Births.of(alike(born), 10_000, 30_000);
  }

  private static List<Birth> alike(long... born) {
    return Arrays.stream(born).mapToObj(millis -> new Birth(millis, 1)).toList();
  }
}
