package dev.heapdrift.analyzer.diff;

import dev.heapdrift.analyzer.series.SnapshotHead;
import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.stats.StatisticDiff;
import dev.heapdrift.snapshot.stats.TraceQuery;
import java.util.List;

/**
 * How the allocations of two snapshots differ.
 *
 * @param from head of the older one
 * @param to head of the newer one
 * @param query what was asked
 * @param rows all groups, largest change first
 * @param total everything that the filters keep, in one row
 * @param untestedBytes live bytes of the newer one that no collection has tested yet, unfiltered
 */
public record AllocationDiff(
    SnapshotHead from,
    SnapshotHead to,
    TraceQuery query,
    List<StatisticDiff> rows,
    StatisticDiff total,
    long untestedBytes) {

  /**
   * Compares.
   *
   * @throws IllegalArgumentException in one line, when the query does not fit the snapshots
   */
  public static AllocationDiff of(Snapshot from, Snapshot to, TraceQuery query) {
    return new AllocationDiff(
        SnapshotHead.of(from),
        SnapshotHead.of(to),
        query,
        query.compare(from, to),
        Totals.of(from, to, query),
        Totals.untestedBytes(to));
  }
}
