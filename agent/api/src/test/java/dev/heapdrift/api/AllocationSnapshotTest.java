package dev.heapdrift.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.heapdrift.snapshot.stats.Filter;
import dev.heapdrift.snapshot.stats.GroupBy;
import dev.heapdrift.snapshot.stats.Measure;
import dev.heapdrift.snapshot.stats.Statistic;
import dev.heapdrift.snapshot.stats.TraceQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllocationSnapshotTest {

  private final AllocationSnapshot older = new Traces().at(42, 10, 10).at(50, 5, 5).snapshot();
  private final AllocationSnapshot newer = new Traces().at(42, 30, 10).at(60, 1, 900).snapshot();

  @Test
  void statisticsAreTracemallocsLines() {
    assertThat(newer.statistics(GroupBy.LINE))
        .map(Statistic::toString)
        .containsExactly(
            "Orders.java:42: size=3000 B, count=30, average=100 B",
            "Orders.java:60: size=100 B, count=1, average=100 B");
  }

  @Test
  void aQueryAsksForMore() {
    TraceQuery query = TraceQuery.by(GroupBy.METHOD).everyFrame().of(Measure.ALLOCATED);
    assertThat(newer.statistics(query))
        .map(Statistic::count)
        .containsExactly(932L, 932L); // Main.main and Orders.find
  }

  @Test
  void changesAreAFullOuterJoin() {
    assertThat(newer.compareTo(older, GroupBy.LINE))
        .map(Object::toString)
        .containsExactly(
            "Orders.java:42: size=3000 B (+2000 B), count=30 (+20), average=100 B",
            "Orders.java:50: size=0 B (-500 B), count=0 (-5)",
            "Orders.java:60: size=100 B (+100 B), count=1 (+1), average=100 B");
  }

  @Test
  void groupsKnowHowDeepTheStackWas() {
    assertThat(newer.statistics(GroupBy.LINE))
        .allSatisfy(line -> assertThat(line.traceback().totalFrames()).isEqualTo(7));
  }

  @Test
  void filtersDropTraces() {
    AllocationSnapshot kept = newer.filterTraces(List.of(Filter.parse("Orders.java:42")));
    assertThat(kept.traces()).hasSize(1);
    assertThat(kept.traces().get(0).facts().type()).isEqualTo("com.app.Order");
    assertThat(kept.tracebackLimit()).isEqualTo(2);
  }

  @Test
  void whatWasLiveAtThePeakCanBeAskedFor() {
    assertThat(newer.atPeak().statistics(GroupBy.LINE))
        .map(Statistic::count)
        .containsExactly(900L, 10L);
  }

  @Test
  void isDumpedAndLoaded(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("a.hds");
    assertThat(older.dump(file)).hasValue(file);
    assertThat(newer.dump(file)).hasValue(file);
    assertThat(AllocationSnapshot.load(file)).isEqualTo(newer);
  }

  @Test
  void damageIsNamed(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("a.hds");
    newer.dump(file);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2]++;
    Files.write(file, bytes);
    assertThatIOException()
        .isThrownBy(() -> AllocationSnapshot.load(file))
        .withMessageContaining("at byte");
  }

  @Test
  void aFileOfLevelWatchHoldsNoTraces() {
    AllocationSnapshot watched = new AllocationSnapshot(new Traces().withoutAllocations());
    assertThat(watched.traces()).isEmpty();
    assertThat(watched.tracebackLimit()).isZero();
    assertThatIllegalArgumentException().isThrownBy(() -> watched.statistics(GroupBy.LINE));
    assertThatIllegalArgumentException().isThrownBy(watched::atPeak);
  }
}
