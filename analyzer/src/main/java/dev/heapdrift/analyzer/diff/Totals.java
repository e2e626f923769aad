package dev.heapdrift.analyzer.diff;

import dev.heapdrift.snapshot.Estimate;
import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.stats.GroupBy;
import dev.heapdrift.snapshot.stats.Key;
import dev.heapdrift.snapshot.stats.Measure;
import dev.heapdrift.snapshot.stats.Statistic;
import dev.heapdrift.snapshot.stats.StatisticDiff;
import dev.heapdrift.snapshot.stats.TraceQuery;
import dev.heapdrift.snapshot.stats.Traceback;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Sums over all traces, and the measure that suits them. */
public final class Totals {
  private static final Key ALL = new Key("total", null, List.of());
  private static final Traceback NOWHERE = new Traceback(List.of(), 0);

  private Totals() {}

  /**
   * The measure of snapshots that nobody chose one for: live objects without those that no
   * collection has tested yet, most of which are garbage; all live ones where no collection has
   * left any.
   */
  public static Measure usual(Snapshot... snapshots) {
    return Stream.of(snapshots)
            .map(Snapshot::allocations)
            .filter(Objects::nonNull)
            .flatMap(facts -> facts.traces().stream())
            .anyMatch(trace -> Measure.SURVIVED.of(trace).count() > 0)
        ? Measure.SURVIVED
        : Measure.LIVE;
  }

  static Statistic of(Snapshot snapshot, TraceQuery query) {
    Estimate sum =
        byType(query).statistics(snapshot).stream()
            .map(Statistic::amount)
            .reduce(Estimate.NOTHING, Estimate::plus);
    return new Statistic(ALL, NOWHERE, sum);
  }

  static StatisticDiff of(Snapshot from, Snapshot to, TraceQuery query) {
    Estimate before = Estimate.NOTHING;
    Estimate after = Estimate.NOTHING;
    double sizeError = 0;
    double countError = 0;
    for (StatisticDiff row : byType(query).compare(from, to)) {
      before = before.plus(row.before());
      after = after.plus(row.after());
      sizeError = Math.hypot(sizeError, row.sizeDiffError());
      countError = Math.hypot(countError, row.countDiffError());
    }
    return new StatisticDiff(ALL, NOWHERE, before, after, sizeError, countError);
  }

  // Never cumulative: there, one trace stands in many rows.
  private static TraceQuery byType(TraceQuery query) {
    return TraceQuery.by(GroupBy.TYPE).of(query.measure()).where(query.filters());
  }

  static long untestedBytes(Snapshot snapshot) {
    return snapshot.allocations().traces().stream()
        .mapToLong(trace -> trace.untested().bytes())
        .sum();
  }
}
