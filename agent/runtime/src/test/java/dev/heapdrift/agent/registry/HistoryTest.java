package dev.heapdrift.agent.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class HistoryTest {
  private static final long STEP = 1000;

  private final TimeAxis axis = new TimeAxis();

  @Property(tries = 200)
  void spansAllRoundsInAtMostSixtyFourPoints(@ForAll @IntRange(min = 1, max = 3000) int rounds) {
    TimeAxis time = new TimeAxis();
    History history = new History(time);
    for (int round = 0; round < rounds; round++) {
      history.add(time, time.advance(round * STEP), round);
    }
    List<SizePoint> points = history.points(time);
    assertThat(points).hasSizeBetween(Math.min(rounds, 32), TimeAxis.SLOTS);
    assertThat(points.get(0).uptimeMillis()).isZero();
    long last = (rounds - 1) * STEP;
    assertThat(points.get(points.size() - 1).uptimeMillis()).isBetween(last - last / 16, last);
  }

  @Property(tries = 200)
  void readsBackWhatWasTrueAtThatTime(@ForAll @IntRange(min = 1, max = 3000) int rounds) {
    TimeAxis time = new TimeAxis();
    History history = new History(time);
    for (int round = 0; round < rounds; round++) {
      history.add(time, time.advance(round * STEP), round);
    }
    for (SizePoint point : history.points(time)) {
      assertThat(point.size()).isEqualTo(point.uptimeMillis() / STEP);
    }
  }

  @Property(tries = 200)
  void keepsTimesIncreasingWhateverTheRhythm(
      @ForAll @Size(max = 500) List<@IntRange(min = 0, max = 100_000) Integer> steps) {
    TimeAxis time = new TimeAxis();
    History history = new History(time);
    long now = 0;
    for (int step : steps) {
      now += step;
      history.add(time, time.advance(now), now);
    }
    List<SizePoint> points = history.points(time);
    for (int i = 1; i < points.size(); i++) {
      assertThat(points.get(i).uptimeMillis()).isGreaterThan(points.get(i - 1).uptimeMillis());
    }
  }

  @Property(tries = 100)
  void losesNoMoreThanHalfOfRareReadings(@ForAll @IntRange(min = 2, max = 40) int every) {
    TimeAxis time = new TimeAxis();
    History history = new History(time);
    int readings = 0;
    for (int round = 0; round < 32 * every; round++) {
      int slot = time.advance(round * STEP);
      if (round % every == every - 1) {
        history.add(time, slot, round);
        readings++;
      }
    }
    assertThat(history.points(time)).hasSizeBetween(readings / 2, readings);
  }

  @Example
  void aLateEntryHasNoPast() {
    axis.advance(0);
    axis.advance(1000);
    History history = new History(axis);
    assertThat(history.points(axis)).isEmpty();
    history.add(axis, axis.advance(2000), 7);
    assertThat(history.points(axis)).containsExactly(new SizePoint(2000, 7));
  }

  @Example
  void followsDecimationsThatItSlept() {
    History history = new History(axis);
    history.add(axis, axis.advance(0), 1);
    for (int round = 1; round < 1000; round++) {
      axis.advance(round * STEP);
    }
    history.add(axis, axis.advance(1000 * STEP), 2);
    List<SizePoint> points = history.points(axis);
    assertThat(points).hasSize(2);
    assertThat(points.get(0)).isEqualTo(new SizePoint(0, 1));
    assertThat(points.get(1).size()).isEqualTo(2);
  }

  @Example
  void mergesByFillingGaps() {
    History elder = new History(axis);
    History younger = new History(axis);
    int first = axis.advance(0);
    elder.add(axis, first, 10);
    younger.add(axis, first, 99);
    younger.add(axis, axis.advance(1000), 20);
    elder.merge(axis, younger);
    assertThat(elder.points(axis)).containsExactly(new SizePoint(0, 10), new SizePoint(1000, 20));
  }
}
