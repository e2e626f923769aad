package dev.heapdrift.analyzer.diff;

import dev.heapdrift.analyzer.series.SnapshotHead;
import dev.heapdrift.snapshot.AllocationFacts;
import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.stats.Statistic;
import dev.heapdrift.snapshot.stats.TraceQuery;
import java.util.List;

/**
 * What the allocations of one snapshot hold.
 *
 * @param head head of the snapshot
 * @param facts what its tracer knows, without the traces
 * @param query what was asked
 * @param rows all groups, largest first
 * @param total everything that the filters keep, in one row
 * @param untestedBytes live bytes that no collection has tested yet, unfiltered
 */
public record AllocationTop(
    SnapshotHead head,
    AllocationFacts facts,
    TraceQuery query,
    List<Statistic> rows,
    Statistic total,
    long untestedBytes) {

  /**
   * Groups and sorts.
   *
   * @throws IllegalArgumentException in one line, when the query does not fit the snapshot
   */
  public static AllocationTop of(Snapshot snapshot, TraceQuery query) {
    List<Statistic> rows = query.statistics(snapshot);
    return new AllocationTop(
        SnapshotHead.of(snapshot),
        snapshot.allocations().withTraces(List.of()),
        query,
        rows,
        Totals.of(snapshot, query),
        Totals.untestedBytes(snapshot));
  }
}
