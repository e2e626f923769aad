package dev.heapdrift.analyzer.diff;

import dev.heapdrift.analyzer.series.SnapshotHead;
import java.util.List;

/**
 * What changed between two snapshots.
 *
 * @param from head of the older one
 * @param to head of the newer one
 * @param groupBy what the rows stand for
 * @param rows all groups, largest change first
 */
public record Diff(SnapshotHead from, SnapshotHead to, GroupBy groupBy, List<Row> rows) {}
