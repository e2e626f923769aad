package dev.heapdrift.analyzer.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

class WorkTest {
  @Test
  void onTheClockOfTheWorkALeakUnderARampIsALine() {
    Work work = Work.of(points(0, 60, WorkTest::ramp));
    Curve paced = work.paced(Curve.of(points(5, 60, t -> 500 + 3 * t * t)));
    assertThat(paced.start()).isEqualTo(5);
    assertThat(paced.end()).isCloseTo(60, within(1e-9));
    Slope slope = Slope.of(paced);
    assertThat(slope.low()).isCloseTo(slope.high(), within(1e-6));
  }

  @Test
  void growthIsToldPerUnit() {
    Work work = Work.of(points(0, 60, WorkTest::ramp));
    assertThat(work.perUnit(points(5, 60, t -> 500 + 3 * t * t))).isCloseTo(3, within(1e-6));
    assertThat(work.perUnit(points(5, 60, t -> 500))).isZero();
    assertThat(work.perUnit(List.of())).isNull();
  }

  @Test
  void whileNoWorkIsDoneItsClockStands() {
    Work work = Work.of(points(0, 60, t -> Math.min(t, 30) * 10));
    Curve paced = work.paced(Curve.of(points(1, 60, t -> 1000 + t)));
    assertThat(paced.size()).as("one point for all of the pause").isEqualTo(30);
    assertThat(paced.last()).as("its last reading").isEqualTo(1060);
  }

  @Test
  void aCounterThatWasReadForTooLittleOfTheTimeSaysNothing() {
    Curve curve = Curve.of(points(1, 60, t -> 1000 + t));
    Work late = Work.of(points(20, 60, WorkTest::ramp));
    Work still = Work.of(points(0, 60, t -> 7));
    Work elsewhere = Work.of(points(100, 160, WorkTest::ramp));
    for (Work work : List.of(late, still, elsewhere, Work.NONE)) {
      assertThat(work.counted(curve)).isNull();
      assertThat(work.paced(curve)).isSameAs(curve);
      assertThat(work.perUnit(points(1, 60, t -> 1000 + t))).isNull();
      assertThat(WorkModels.of(curve, work)).isSameAs(WorkModels.UNKNOWN);
    }
    assertThat(still).isSameAs(Work.NONE);
  }

  @Test
  void readingsThatFallAreLeftOut() {
    List<SizePoint> readings = points(0, 60, t -> t == 17 ? 3 : 10 * t);
    assertThat(Work.of(readings).until(17)).isCloseTo(170, within(1e-9));
  }

  private static long ramp(long t) {
    return t * t;
  }

  private static List<SizePoint> points(long from, long to, LongUnaryOperator value) {
    List<SizePoint> points = new ArrayList<>();
    for (long t = from; t <= to; t++) {
      points.add(new SizePoint(1000 * t, value.applyAsLong(t)));
    }
    return points;
  }
}
