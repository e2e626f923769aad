package dev.heapdrift.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Points in one array behave as any unmodifiable list of them. */
class SizePointsTest {
  private static final List<SizePoint> POINTS =
      SizePoints.of(new long[] {1_000, 64, 2_000, 128, 3_000, 96});

  @Test
  void theyEqualAListOfTheSamePoints() {
    List<SizePoint> same =
        List.of(new SizePoint(1_000, 64), new SizePoint(2_000, 128), new SizePoint(3_000, 96));
    assertThat(POINTS).isEqualTo(same).hasSameHashCodeAs(same);
    assertThat(POINTS.subList(1, 3)).isEqualTo(same.subList(1, 3));
  }

  @Test
  void theyAreCopiedOnlyWhereTheyMayChange() {
    List<SizePoint> open = new ArrayList<>(POINTS);
    List<SizePoint> copy = SizePoints.copyOf(open);
    open.clear();
    assertThat(copy).isEqualTo(POINTS);
    assertThat(SizePoints.copyOf(POINTS)).isSameAs(POINTS);
  }

  @Test
  void nothingLiesBeyondTheirEnds() {
    assertThat(SizePoints.of(new long[0])).isEmpty();
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> POINTS.get(3));
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> POINTS.get(-1));
    assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(POINTS::clear);
  }
}
