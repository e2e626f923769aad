package dev.heapdrift.analyzer.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.analyzer.site.SimulatedSampler.Site;
import dev.heapdrift.snapshot.GcFacts;
import dev.heapdrift.snapshot.GcFacts.Generation;
import dev.heapdrift.snapshot.Survivor;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sites of every shape while the JVM resizes the buffers by which they are sampled. */
class SamplingRateTest {
  private static final int RUNS = 30;
  private static final double FOREVER = 1e9;
  private static final int SPAN = 30_000;
  private static final int COLLECT_EVERY = 1_500;

  /** Bytes of a buffer over the time. */
  enum Buffers {
    STEADY(40_000, 40_000, 1),
    GROWING(20_000, 160_000, 1),
    SHRINKING(160_000, 20_000, 1),
    GROWING_AT_FIRST(10_000, 80_000, 0.2),
    SHRINKING_AT_FIRST(200_000, 30_000, 0.2);

    private final double first;
    private final double last;
    private final double resized;

    Buffers(double first, double last, double resized) {
      this.first = first;
      this.last = last;
      this.resized = resized;
    }

    double bytes(double at) {
      return first * Math.pow(last / first, Math.min(1, at / resized));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSteadyLeakIsEven(Buffers buffers) {
    assertThat(even(buffers, at -> 250, life -> FOREVER)).isGreaterThan(0.75);
  }

  @ParameterizedTest
  @EnumSource
  void aTableAtTheStartIsNot(Buffers buffers) {
    assertThat(even(buffers, at -> at < 0.06 ? 5_000 : 0, life -> FOREVER)).isZero();
    assertThat(even(buffers, at -> at < 0.3 ? 1_000 : 0, life -> FOREVER)).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void aWarmingCacheIsNot(Buffers buffers) {
    assertThat(even(buffers, at -> 3_000 * Math.exp(-at / 0.12), life -> FOREVER)).isZero();
    assertThat(even(buffers, at -> 2_000 * Math.exp(-at / 0.25), life -> FOREVER)).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void aCacheAtItsCapacityIsNot(Buffers buffers) {
    assertThat(even(buffers, at -> 1_000, life -> 0.3 * SPAN)).isZero();
    assertThat(even(buffers, at -> 1_000, life -> 0.75 * SPAN)).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void sessionsAreNot(Buffers buffers) {
    assertThat(even(buffers, at -> 1_000, life -> -0.15 * SPAN * Math.log(1 - life))).isZero();
  }

  @Test
  void withoutCountersAllWeighTheSame() {
    SamplingRate rate =
        SamplingRate.of(List.of(new GcFacts(1_000, Generation.YOUNG, 0, 0), gc(2_000, 0, 0)));
    assertThat(rate.birth(born(500, 24)).weight()).isEqualTo(1);
    assertThat(rate.birth(born(1500, 1 << 20)).weight()).isEqualTo(1);
  }

  @Test
  void aBirthWeighsAsTheCollectionAfterItTells() {
    SamplingRate rate =
        SamplingRate.of(List.of(gc(1_000, 10, 1_000), gc(2_000, 10, 4_000), gc(3_000, 2, 10)));
    assertThat(LongStream.of(0, 999, 1_000, 1_999, 2_000, 9_000))
        .extracting(at -> rate.birth(born(at, 24)).weight())
        .containsExactly(10.0, 10.0, 20.0, 20.0, 20.0, 20.0);
  }

  @Test
  void fewRefillsAreJoinedWithTheNext() {
    SamplingRate rate =
        SamplingRate.of(List.of(gc(1_000, 1, 900), gc(2_000, -1, -1), gc(3_000, 9, 100)));
    assertThat(rate.birth(born(500, 24)).weight()).isEqualTo(10);
  }

  @Test
  void whatIsLargerThanABufferStandsForItself() {
    SamplingRate rate = SamplingRate.of(List.of(gc(1_000, 10, 10_000)));
    assertThat(rate.birth(born(500, 4_096)).weight()).isEqualTo(64);
  }

  private static GcFacts gc(long uptimeMillis, long refills, long bytes) {
    return new GcFacts(uptimeMillis, Generation.YOUNG, 0, 0, refills, bytes);
  }

  private static Survivor born(long millis, long bytes) {
    return new Survivor(-1, "T", millis, bytes, -1, false);
  }

  private static double even(
      Buffers buffers, DoubleUnaryOperator bytes, DoubleUnaryOperator lifeMillis) {
    Site site = new Site(bytes, lifeMillis);
    return LongStream.range(0, RUNS)
            .filter(
                seed ->
                    new SimulatedSampler(seed, SPAN, COLLECT_EVERY)
                        .run(site, buffers::bytes, SPAN)
                        .births(Windows.of(0, SPAN))
                        .even())
            .count()
        / (double) RUNS;
  }
}
