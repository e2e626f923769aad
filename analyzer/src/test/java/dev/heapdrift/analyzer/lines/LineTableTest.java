package dev.heapdrift.analyzer.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.heapdrift.analyzer.series.NewestSnapshot;
import dev.heapdrift.analyzer.testing.SnapshotBuilder;
import dev.heapdrift.analyzer.testing.TracedBuilder;
import dev.heapdrift.snapshot.Snapshot;
import org.junit.jupiter.api.Test;

class LineTableTest {
  private static final String PARSE = "com.app.Json.parse(Json.java:7)";
  private static final String FIND = "com.app.Orders.find(Orders.java:42)";
  private static final String LAMBDA = "com.app.Orders$1.get(Orders.java:42)";
  private static final String MAIN = "com.app.Orders.main(Orders.java:5)";

  @Test
  void aLineHoldsWhatItAllocatesItself() throws LinesException {
    LineTable table = table(snapshot(20, 4000), null, false);
    assertThat(table.lines()).containsOnlyKeys(42);
    assertThat(table.lines().get(42).live().bytes()).isEqualTo(4100);
    assertThat(table.lines().get(42).allocated().count()).isEqualTo(2 * 41);
    assertThat(table.lines().get(42).before()).isNull();
    assertThat(table.total()).isEqualTo(table.lines().get(42));
  }

  @Test
  void cumulativeItAlsoHoldsWhatItsCalleesAllocate() throws LinesException {
    LineTable table = table(snapshot(20, 4000), null, true);
    assertThat(table.lines()).containsOnlyKeys(5, 42);
    assertThat(table.lines().get(42).live().bytes()).isEqualTo(4100);
    assertThat(table.lines().get(5).live().bytes()).isEqualTo(4100 + 900);
  }

  @Test
  void theEarlierSnapshotMakesTheChange() throws LinesException {
    LineTable table = table(snapshot(20, 4000), snapshot(10, 1000), false);
    assertThat(table.lines().get(42).change()).isEqualTo(3000);
    assertThat(table.lines().get(42).changeMargin()).isZero();
    assertThat(table.lines().get(42).withinNoise()).isFalse();
  }

  @Test
  void aSampledChangeMayBeNoise() throws LinesException {
    Snapshot earlier = TracedBuilder.at(1).sampled("byte[]", 10_000, 10_240, FIND).build();
    Snapshot newest = TracedBuilder.at(2).sampled("byte[]", 11_000, 11_264, FIND).build();
    LineFigures figures = table(newest, earlier, false).lines().get(42);
    assertThat(figures.change()).isEqualTo(1000);
    assertThat(figures.changeMargin()).isBetween(1000.0, 1.96 * Math.hypot(1000, 1100));
    assertThat(figures.withinNoise()).isTrue();
  }

  @Test
  void anEarlierSnapshotWithoutAllocationsIsNotCompared() throws LinesException {
    LineTable table = table(snapshot(20, 4000), SnapshotBuilder.at(1).build(), false);
    assertThat(table.earlier()).isNull();
  }

  @Test
  void withoutAllocationsThereIsNoAnswer() {
    assertThatExceptionOfType(LinesException.class)
        .isThrownBy(() -> table(SnapshotBuilder.at(1).build(), null, false))
        .withMessage("a snapshot holds no allocations; the agent ran at level watch");
  }

  private static LineTable table(Snapshot newest, Snapshot earlier, boolean cumulative)
      throws LinesException {
    return LineTable.of("com.app.Orders", new NewestSnapshot(newest, earlier), cumulative);
  }

  private static Snapshot snapshot(long second, long bytes) {
    return TracedBuilder.at(second)
        .counted("byte[]", bytes, 40, "java.util.Arrays.copyOf(Arrays.java:3537)", FIND, MAIN)
        .counted("com.app.Order", 100, 1, LAMBDA, MAIN)
        .counted("char[]", 900, 9, PARSE, MAIN)
        .build();
  }
}
