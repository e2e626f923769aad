package dev.heapdrift.analyzer.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.heapdrift.analyzer.history.HeapPoint.Source;
import dev.heapdrift.analyzer.testing.SnapshotBuilder;
import dev.heapdrift.analyzer.testing.TracedBuilder;
import dev.heapdrift.analyzer.trend.TrendLine.Direction;
import dev.heapdrift.snapshot.GcFacts;
import dev.heapdrift.snapshot.GcFacts.Generation;
import dev.heapdrift.snapshot.Snapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryBuilderTest {
  private static final long MB = 1 << 20;

  @Test
  void collectionsThatSeveralSnapshotsHoldAreCountedOnce() {
    History history =
        of(
            TracedBuilder.at(10)
                .gc(1, Generation.YOUNG, 5 * MB)
                .gc(2, Generation.OLD, 3 * MB)
                .build(),
            TracedBuilder.at(20)
                .gc(2, Generation.OLD, 3 * MB)
                .gc(12, Generation.YOUNG, 7 * MB)
                .collections(5)
                .build());
    assertThat(history.collections())
        .extracting(GcFacts::uptimeMillis)
        .containsExactly(1000L, 2000L, 12000L);
    assertThat(history.heap())
        .extracting(HeapPoint::source)
        .containsExactly(Source.YOUNG, Source.OLD, Source.YOUNG);
    assertThat(history.missed()).isEqualTo(2);
    assertThat(history.startMillis()).isEqualTo(1000);
    assertThat(history.endMillis()).isEqualTo(20_000);
    assertThat(history.heapTrend()).isNull();
    assertThat(history.traced()).isEmpty();
    assertThat(history.peak()).isNull();
  }

  @Test
  void theTrendOfTheHeapComesFromOldCollectionsWhereThereAreEnough() {
    TracedBuilder snapshot = TracedBuilder.at(100);
    for (int i = 1; i <= 30; i++) {
      snapshot.gc(3 * i - 1, Generation.YOUNG, 400 * MB - 10 * MB * i);
      snapshot.gc(3 * i, Generation.OLD, 10 * MB + 3 * MB * i);
    }
    History history = of(snapshot.build());
    assertThat(history.heapTrend().direction()).isEqualTo(Direction.RISING);
    assertThat(history.heapTrend().slope().perSecond()).isCloseTo(MB, within(0.05 * MB));
    assertThat(history.heapTrend().at(30)).isCloseTo(40.0 * MB, within(1.0 * MB));
  }

  @Test
  void olderSnapshotsTellOnlyTheLastCollection() {
    History history = of(SnapshotBuilder.at(1).build(), SnapshotBuilder.at(2).build());
    assertThat(history.collections()).isEmpty();
    assertThat(history.missed()).isZero();
    assertThat(history.heap())
        .containsExactly(
            new HeapPoint(1000, 80 * MB, Source.SNAPSHOT),
            new HeapPoint(2000, 80 * MB, Source.SNAPSHOT));
  }

  @Test
  void tracedBytesHaveAPeakAndATrend() {
    Snapshot[] snapshots = new Snapshot[20];
    for (int i = 0; i < snapshots.length; i++) {
      snapshots[i] =
          TracedBuilder.at(i + 1)
              .counted("byte[]", 5 * MB, 5, "com.app.A.b(A.java:1)")
              .peak(i < 10 ? 6 * MB : 9 * MB, i < 10 ? 1 : 10.5)
              .build();
    }
    History history = of(snapshots);
    assertThat(history.level()).isEqualTo("exact");
    assertThat(history.traced()).hasSize(20);
    assertThat(history.peak().peakBytes()).isEqualTo(9 * MB);
    assertThat(history.peak().peakMillis()).isEqualTo(10_500);
    assertThat(history.tracedTrend().direction()).isEqualTo(Direction.LEVEL);
    assertThat(history.tracedTrend().slope().perSecond()).isZero();
  }

  private static History of(Snapshot... snapshots) {
    HistoryBuilder builder = new HistoryBuilder();
    List.of(snapshots).forEach(builder::add);
    return builder.build();
  }
}
