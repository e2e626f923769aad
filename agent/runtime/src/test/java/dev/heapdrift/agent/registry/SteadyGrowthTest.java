package dev.heapdrift.agent.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SteadyGrowthTest {
  private static final long WINDOW_MILLIS = 60_000;
  private static final long READ_MILLIS = 10_000;
  private static final int MINUTES = 60;

  private static final Series LEAK = new Series("leak", second -> 500 + 3 * second);
  private static final Series TABLE =
      new Series("large table, loaded late", s -> Math.min(900, Math.max(0, s - 600)) * 100);

  /** Sizes over an hour, by the second. */
  private record Series(String name, LongUnaryOperator size) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Series> told() {
    return Stream.of(
        LEAK,
        TABLE,
        new Series("slow leak", second -> second / 10),
        new Series("leak with removals", second -> 4 * second - second % 50));
  }

  static Stream<Series> notTold() {
    return Stream.of(
        new Series("steady size", second -> 10_000),
        new Series("sawtooth", second -> 10 * (second % 100)),
        new Series("sessions", second -> 1000 + second * 7919 % 200),
        new Series("cache that soon is full", second -> Math.min(130, second) * 100),
        new Series("shrinking", second -> 1_000_000 - second),
        new Series("a few entries an hour", second -> 100 + second / 600),
        new Series("hardly anything of much", second -> 10_000_000 + second));
  }

  @ParameterizedTest
  @MethodSource("told")
  void whatGrowsSteadilyIsToldOfOnce(Series series) {
    assertThat(beginnings(begin(series), series)).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("notTold")
  void whatDoesNotIsNot(Series series) {
    assertThat(beginnings(begin(series), series)).isZero();
  }

  private static SteadyGrowth begin(Series series) {
    return new SteadyGrowth(WINDOW_MILLIS, 0, series.size().applyAsLong(0));
  }

  private static int beginnings(SteadyGrowth growth, Series series) {
    int beginnings = 0;
    for (long millis = 0; millis <= MINUTES * WINDOW_MILLIS; millis += READ_MILLIS) {
      beginnings += growth.begins(millis, series.size().applyAsLong(millis / 1000)) ? 1 : 0;
    }
    return beginnings;
  }

  @Test
  void tellsSinceWhenAndHowFast() {
    SteadyGrowth growth = begin(LEAK);
    beginnings(growth, LEAK);
    assertThat(growth.suspected()).isTrue();
    assertThat(growth.sinceMillis()).isZero();
    assertThat(growth.entriesPerSecond()).isEqualTo(3);
  }

  @Test
  void whatStopsIsSuspectedNoMore() {
    SteadyGrowth growth = begin(TABLE);
    beginnings(growth, TABLE);
    assertThat(growth.suspected()).isFalse();
  }
}
