package dev.heapdrift.analyzer.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.heapdrift.analyzer.site.Windows.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Predicate;
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
  void aLeakWhoseBuffersShrinkFourfoldIsBornAllAlongThoughNotEvenly() {
    DoubleUnaryOperator fourfold = u -> u < 0.15 ? 0.4 * u / 0.15 : 0.4 + 0.6 * (u - 0.15) / 0.85;
    assertThat(share(100, fourfold, Births::even)).isLessThan(0.05);
    assertThat(share(100, fourfold, Births::allAlong)).isGreaterThan(0.6);
  }

  @Test
  void whatCeasesIsNotBornAllAlong() {
    assertThat(share(150, u -> 0.2 + 0.8 * u, Births::allAlong)).isZero();
    assertThat(share(150, u -> 0.75 * u, Births::allAlong)).isZero();
    assertThat(share(150, filling(0.2), Births::allAlong)).isZero();
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

  /** Times of birth in what fills up with a time constant of so many observations. */
  private static DoubleUnaryOperator filling(double tau) {
    return u -> -tau * Math.log(1 - u * (1 - Math.exp(-1 / tau)));
  }

  @Test
  void whatFillsUpSlowlyIsHardlyEverTakenForALeakThatDoesNot() {
    for (int count : List.of(40, 150, 400)) {
      assertThat(tooLate(count, filling(2))).isLessThan(0.07);
      assertThat(tooLate(count, filling(1))).isLessThan(0.02);
      assertThat(tooLate(count, filling(0.5))).isZero();
    }
    assertThat(tooLate(150, u -> u)).isGreaterThan(0.5);
    assertThat(tooLate(400, u -> u)).isGreaterThan(0.85);
  }

  /** Part of the runs whose births are too late for what fills up. */
  private static double tooLate(int count, DoubleUnaryOperator born) {
    Random random = new Random(7);
    int runs = RUNS / 4;
    long late =
        IntStream.range(0, runs)
            .filter(i -> births(count, born, random).byFilling() <= 0.05)
            .count();
    return (double) late / runs;
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
    Births births = Births.of(alike(5, 10, 15, 19, 20, 90), Windows.of(10, 20));
    assertThat(births.samples()).isEqualTo(3);
    assertThat(births.print()).startsWith("3 sampled survivors were born in 3 of ten tenths");
  }

  @Test
  void whatFewSamplesStandForIsNotBelieved() {
    List<Birth> heavyAtTheEnd = new ArrayList<>(alike(LongStream.range(0, 90).toArray()));
    heavyAtTheEnd.addAll(List.of(new Birth(150, 200), new Birth(250, 200), new Birth(280, 200)));
    assertThat(Births.of(heavyAtTheEnd, Windows.of(0, 300)).even()).isFalse();
  }

  @Test
  void noSampleStandsForMoreThanATenth() {
    List<Birth> births = new ArrayList<>(alike(LongStream.range(0, 99).toArray()));
    births.add(new Birth(99, 1_000));
    assertThat(Births.of(births, Windows.of(0, 100)).print())
        .endsWith("39 % in its last, weighed by how often the JVM sampled");
  }

  /** Two queues, each full after ten of a hundred ms, and the third of now. */
  private static final Windows PERIODS =
      new Windows(List.of(new Window(0, 10), new Window(100, 110), new Window(200, 210)), 290);

  @Test
  void whatLeaksIsBornInEveryPeriod() {
    assertThat(Births.of(bornIn(20, 0, 100, 200), PERIODS).even()).isTrue();
    assertThat(Births.of(bornIn(20, 0, 100, 200), PERIODS).print())
        .startsWith("60 sampled survivors were born in 10 of ten tenths of the time")
        .endsWith(", in 3 periods laid end to end");
  }

  @Test
  void whatIsMissingInOnePeriodDoesNotGoOn() {
    assertThat(Births.of(bornIn(20, 0, 200), PERIODS).even()).isFalse();
    List<Birth> slower = new ArrayList<>(bornIn(30, 0, 100));
    slower.addAll(bornIn(10, 200));
    assertThat(Births.of(slower, PERIODS).even()).isFalse();
  }

  @Test
  void aShortPeriodTellsNothingAndOneThatEndsEarlyNotEnough() {
    List<Window> tooShort = List.of(new Window(0, 100), new Window(200, 202));
    List<Birth> before = bornIn(10, 0, 10, 20, 30, 40, 50, 60, 70, 80, 90);
    assertThat(Births.of(before, new Windows(tooShort, 202)).even()).isFalse();
    List<Window> reaching = List.of(new Window(0, 2), new Window(200, 300));
    List<Birth> behind = bornIn(10, 200, 210, 220, 230, 240, 250, 260, 270, 280, 290);
    assertThat(Births.of(behind, new Windows(reaching, 300)).even()).isTrue();
  }

  /** So many births, spread over ten ms each time. */
  private static List<Birth> bornIn(int count, long... begins) {
    return Arrays.stream(begins)
        .boxed()
        .flatMap(
            begin -> IntStream.range(0, count).mapToObj(i -> new Birth(begin + i * 10L / count, 1)))
        .toList();
  }

  @Test
  void itsOwnDocumentationHolds() {
    assertThat(1 - evenOf(Births.MIN_SAMPLES, u -> u)).isCloseTo(0.16, within(0.05));
  }

  private static double evenOf(int samples, DoubleUnaryOperator quantile) {
    return share(samples, quantile, Births::even);
  }

  private static double share(
      int samples, DoubleUnaryOperator quantile, Predicate<Births> property) {
    Random random = new Random(20_240_601);
    long having =
        IntStream.range(0, RUNS)
            .filter(i -> property.test(births(samples, quantile, random)))
            .count();
    return (double) having / RUNS;
  }

  private static Births births(int samples, DoubleUnaryOperator quantile, Random random) {
    long[] born =
        random
            .doubles(samples)
            .map(quantile)
            .mapToLong(when -> Math.round(10_000 + when * 20_000))
            .toArray();
    return Births.of(alike(born), Windows.of(10_000, 30_000));
  }

  private static List<Birth> alike(long... born) {
    return Arrays.stream(born).mapToObj(millis -> new Birth(millis, 1)).toList();
  }
}
