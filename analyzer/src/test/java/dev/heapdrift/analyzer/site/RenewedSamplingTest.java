package dev.heapdrift.analyzer.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.analyzer.site.SimulatedSampler.Site;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sites that fill the recorder's queue long before the run ends: looked at each minute, with a new
 * queue when it is time for one.
 */
class RenewedSamplingTest {
  private static final int RUNS = 5;
  private static final int MINUTE = 60_000;
  private static final int COLLECT_EVERY = 2_000;
  private static final double BUFFER = 100_000;
  private static final double FOREVER = 1e9;

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 9})
  void aLeakThatFillsAQueueInHalfAMinuteIsFound(int minutes) {
    assertThat(found(minutes, at -> 1_000, life -> FOREVER)).isGreaterThan(0.9);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 9})
  void oneThatTakesAMinuteAndAHalfIsFoundLater(int minutes) {
    assertThat(found(minutes, at -> 250, life -> FOREVER)).isGreaterThan(0.9);
  }

  @Test
  void withoutANewQueueItIsNot() {
    long found =
        LongStream.range(0, RUNS)
            .filter(
                seed ->
                    new SimulatedSampler(seed, 9 * MINUTE, COLLECT_EVERY)
                        .run(new Site(at -> 250, life -> FOREVER), at -> BUFFER, 9 * MINUTE)
                        .isFound())
            .count();
    assertThat(found).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 9})
  void aTableIsNot(int minutes) {
    assertThat(found(minutes, at -> at * minutes < 0.5 ? 3_000 : 0, life -> FOREVER)).isZero();
    assertThat(found(minutes, at -> at * minutes < 0.9 ? 1_000 : 0, life -> FOREVER)).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 9})
  void aWarmingCacheIsNot(int minutes) {
    assertThat(found(minutes, at -> 3_000 * Math.exp(-at / 0.12), life -> FOREVER)).isZero();
    assertThat(found(minutes, at -> 2_000 * Math.exp(-at / 0.25), life -> FOREVER)).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 9})
  void aCacheAtItsCapacityIsNot(int minutes) {
    double all = (double) minutes * MINUTE;
    for (double turnover : new double[] {0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6}) {
      assertThat(found(minutes, at -> 600, life -> turnover * all)).as("%s", turnover).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 9})
  void sessionsAreNot(int minutes) {
    double mean = 0.15 * minutes * MINUTE;
    assertThat(found(minutes, at -> 600, life -> -mean * Math.log(1 - life))).isZero();
  }

  private static double found(
      int minutes, DoubleUnaryOperator bytes, DoubleUnaryOperator lifeMillis) {
    Site site = new Site(bytes, lifeMillis);
    return LongStream.range(0, RUNS)
            .filter(
                seed ->
                    new SimulatedSampler(seed, minutes * MINUTE, COLLECT_EVERY)
                        .run(site, at -> BUFFER, MINUTE)
                        .isFound())
            .count()
        / (double) RUNS;
  }
}
