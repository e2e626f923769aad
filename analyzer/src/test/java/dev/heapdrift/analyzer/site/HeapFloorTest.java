package dev.heapdrift.analyzer.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.snapshot.GcFacts;
import dev.heapdrift.snapshot.GcFacts.Generation;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HeapFloorTest {
  private static final int KB_PER_SECOND = 100;
  private static final double BYTES_PER_MILLI = KB_PER_SECOND * 1024 / 1000.0;

  @Test
  void aLeakRaisesItToTheEnd() {
    assertThat(floor(second -> 5_000 + KB_PER_SECOND * second + swing(second)).rises()).isTrue();
    assertThat(
            floor(second -> 5_000 + KB_PER_SECOND * second + swing(second))
                .risesToTheEnd(BYTES_PER_MILLI))
        .isTrue();
  }

  @Test
  void aCacheThatIsFullDoesNotThoughItOnceDid() {
    HeapFloor cache = floor(second -> Math.min(2_000, KB_PER_SECOND * second) + second % 7);
    assertThat(cache.rises()).isTrue();
    assertThat(cache.risesToTheEnd(BYTES_PER_MILLI)).isFalse();
  }

  @Test
  void whereTheRateIsNotKnownAnyRiseWillDo() {
    assertThat(floor(second -> 5_000 + second).risesToTheEnd(Double.NaN)).isTrue();
    assertThat(floor(second -> 5_000).risesToTheEnd(Double.NaN)).isFalse();
  }

  @Test
  void whatWasFilledForHalfOfTheTimeIsACacheAsWell() {
    assertThat(floor(second -> 50 * Math.min(36, second)).risesToTheEnd(Double.NaN)).isFalse();
  }

  @Test
  void twoCollectionsDoNotTell() {
    HeapFloor two = new HeapFloor(floor(second -> second).old().subList(0, 2));
    assertThat(two.rises()).isTrue();
    assertThat(two.risesToTheEnd(0)).isFalse();
  }

  private static long swing(long second) {
    return second * 7919 % 400;
  }

  private static HeapFloor floor(LongUnaryOperator kilobytesBySecond) {
    return new HeapFloor(
        LongStream.range(0, 60)
            .mapToObj(
                second ->
                    new GcFacts(
                        second * 1000,
                        Generation.OLD,
                        0,
                        kilobytesBySecond.applyAsLong(second) * 1024))
            .toList());
  }
}
