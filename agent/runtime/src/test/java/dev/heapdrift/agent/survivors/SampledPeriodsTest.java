package dev.heapdrift.agent.survivors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.SurvivorPeriod;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SampledPeriodsTest {
  private static final int ROOM = 8;

  private final SampledPeriods periods = new SampledPeriods(ROOM);
  private long begun;

  @Test
  void theNewestLookAtAPeriodIsKept() {
    periods.begin(1000);
    periods.seen(samples(1100, 2), 3000);
    periods.seen(samples(1100, 3), 63_000);
    assertThat(periods.facts()).containsExactly(new SurvivorPeriod(1000, 63_000, ROOM));
    assertThat(periods.samples()).hasSize(3);
  }

  @Test
  void aQueueIsOverWhenItIsHalfFullOfWhatWasBornEarly() {
    periods.begin(1000);
    assertThat(periods.isOver()).as("not looked at").isFalse();
    periods.seen(samples(1100, ROOM / 2 - 1), 61_000);
    assertThat(periods.isOver()).as("there is room").isFalse();
    periods.seen(samples(1100, ROOM / 2), 61_000);
    assertThat(periods.isOver()).isTrue();
    periods.seen(samples(27_999, ROOM / 2), 61_000);
    assertThat(periods.isOver()).isTrue();
    periods.seen(samples(28_000, ROOM / 2), 61_000);
    assertThat(periods.isOver()).as("it takes what is new").isFalse();
  }

  @Test
  void eachIsKeptForAsLongAsAllBeforeIt() {
    begin(0);
    LongStream looks = LongStream.rangeClosed(1, 16).map(minute -> minute * 60);
    List<Long> over = looks.filter(now -> fullAt(now)).boxed().toList();
    assertThat(over).containsExactly(60L, 120L, 240L, 480L, 960L);
  }

  @Test
  void theOldestAreForgotten() {
    begin(0);
    LongStream.rangeClosed(1, 100).map(second -> 10 * second).forEach(this::fullAt);
    assertThat(periods.facts())
        .hasSize(SampledPeriods.MOST)
        .last()
        .isEqualTo(new SurvivorPeriod(640, 1000, ROOM));
    assertThat(periods.samples()).hasSize(SampledPeriods.MOST * ROOM);
  }

  @Test
  void aQueueThatHasNotBeenLookedAtIsNotThereYet() {
    begin(0);
    fullAt(60);
    assertThat(periods.facts()).hasSize(1);
    assertThat(periods.isOver()).isFalse();
  }

  @Test
  void theFirstBeginCountsAnewWhenAllIsForgotten() {
    begin(0);
    fullAt(60);
    periods.clear();
    assertThat(periods.facts()).isEmpty();
    periods.begin(100);
    periods.seen(samples(100, ROOM), 110);
    assertThat(periods.isOver()).isTrue();
  }

  @Test
  void aJvmWithoutAQueueNeverGetsANewOne() {
    SampledPeriods none = new SampledPeriods(0);
    none.begin(0);
    none.seen(List.of(), 60);
    assertThat(none.isOver()).isFalse();
  }

  @Test
  void equalStacksAreKeptOnce() {
    periods.begin(0);
    periods.seen(samples(10, 2), 60);
    List<SurvivorSample> kept = periods.samples();
    assertThat(kept.get(0).stack()).isSameAs(kept.get(1).stack());
  }

  /** Looks at a queue that was filled at once, and begins a new one when it is time to. */
  private boolean fullAt(long now) {
    periods.seen(samples(begun, ROOM), now);
    boolean over = periods.isOver();
    if (over) {
      begin(now);
    }
    return over;
  }

  private void begin(long now) {
    begun = now;
    periods.begin(now);
  }

  private static List<SurvivorSample> samples(long born, int count) {
    return LongStream.range(0, count)
        .mapToObj(
            i ->
                new SurvivorSample(
                    List.of(new Frame("a.B", "c", "B.java", 7)), "a.D", born, 24, -1, true))
        .toList();
  }
}
