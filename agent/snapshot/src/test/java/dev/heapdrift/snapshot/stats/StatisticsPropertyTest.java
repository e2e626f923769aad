package dev.heapdrift.snapshot.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.Snapshot;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws that hold for any two snapshots and any key. */
class StatisticsPropertyTest {
  private record Live(long bytes, long count, List<Frame> stack) {}

  @Provide
  Arbitrary<Snapshot> snapshots() {
    Arbitrary<Frame> frames =
        Combinators.combine(
                Arbitraries.of("com.app.A", "com.app.B", "java.util.C", "D"),
                Arbitraries.of("f", "g"),
                Arbitraries.of(true, true, true, false),
                Arbitraries.integers().between(-2, 3))
            .as(
                (type, method, known, line) ->
                    new Frame(type, method, known ? type + ".java" : null, line));
    return Combinators.combine(
            Arbitraries.longs().between(0, 1L << 40),
            Arbitraries.longs().between(0, 1000),
            frames.list().ofMaxSize(4))
        .as(Live::new)
        .list()
        .ofMaxSize(12)
        .map(StatisticsPropertyTest::snapshot);
  }

  private static Snapshot snapshot(List<Live> all) {
    Traces traces = Traces.keeping(25);
    all.forEach(l -> traces.counted(l.bytes(), l.count(), l.stack().toArray(Frame[]::new)));
    return traces.build();
  }

  @Property(tries = 300)
  void groupingLosesNothingAndSorts(
      @ForAll("snapshots") Snapshot snapshot, @ForAll GroupBy groupBy) {
    List<Statistic> groups = TraceQuery.by(groupBy).statistics(snapshot);
    assertThat(groups.stream().mapToLong(Statistic::size).sum()).isEqualTo(total(snapshot));
    assertThat(groups).isSortedAccordingTo(Comparator.comparingLong(Statistic::size).reversed());
    assertThat(groups).extracting(Statistic::key).doesNotHaveDuplicates();
  }

  @Property(tries = 300)
  void aDiffIsWhatTheStatisticsDifferBy(
      @ForAll("snapshots") Snapshot older,
      @ForAll("snapshots") Snapshot newer,
      @ForAll GroupBy groupBy) {
    List<StatisticDiff> diffs = TraceQuery.by(groupBy).compare(older, newer);
    assertThat(diffs.stream().mapToLong(StatisticDiff::sizeDiff).sum())
        .isEqualTo(total(newer) - total(older));
    assertThat(diffs)
        .isSortedAccordingTo(
            Comparator.comparingLong((StatisticDiff d) -> Math.abs(d.sizeDiff())).reversed());
    assertThat(TraceQuery.by(groupBy).compare(newer, older)).hasSameSizeAs(diffs);
    assertThat(TraceQuery.by(groupBy).compare(newer, newer))
        .allMatch(diff -> diff.sizeDiff() == 0 && diff.countDiff() == 0);
  }

  @Property(tries = 200)
  void aFilterAndItsOppositeShareTheTraces(
      @ForAll("snapshots") Snapshot snapshot, @ForAll boolean allFrames) {
    Filter with = new Filter(true, "com.app.A", 0, allFrames);
    Filter without = new Filter(false, "com.app.A", 0, allFrames);
    assertThat(
            total(TraceQuery.filter(snapshot, List.of(with)))
                + total(TraceQuery.filter(snapshot, List.of(without))))
        .isEqualTo(total(snapshot));
  }

  private static long total(Snapshot snapshot) {
    return snapshot.allocations().traces().stream().mapToLong(t -> t.live().bytes()).sum();
  }
}
