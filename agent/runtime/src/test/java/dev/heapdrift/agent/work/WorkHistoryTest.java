package dev.heapdrift.agent.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.registry.TimeAxis;
import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class WorkHistoryTest {
  private static final long STEP = 1000;
  private static final long UNITS = 1_234_567_890_123L; // more than sixteen bits could tell apart

  @Property(tries = 200)
  void spansAllReadingsExactlyInAFewPoints(@ForAll @IntRange(min = 1, max = 3000) int readings) {
    WorkHistory history = new WorkHistory();
    for (int i = 0; i < readings; i++) {
      history.add(i * STEP, UNITS + i);
    }
    List<SizePoint> points = history.points();
    assertThat(points).hasSizeBetween(Math.min(readings, 32), TimeAxis.SLOTS + 1);
    assertThat(points.get(0)).isEqualTo(new SizePoint(0, UNITS));
    int last = readings - 1;
    assertThat(points.get(points.size() - 1)).isEqualTo(new SizePoint(last * STEP, UNITS + last));
    assertThat(points)
        .allSatisfy(p -> assertThat(p.size()).isEqualTo(UNITS + p.uptimeMillis() / STEP));
    assertThat(points).extracting(SizePoint::uptimeMillis).isSorted().doesNotHaveDuplicates();
  }

  @Example
  void whatIsNotLaterChangesNothing() {
    WorkHistory history = new WorkHistory();
    assertThat(history.points()).isEmpty();
    history.add(5, 10);
    history.add(5, 11);
    history.add(4, 12);
    assertThat(history.points()).containsExactly(new SizePoint(5, 10));
  }
}
