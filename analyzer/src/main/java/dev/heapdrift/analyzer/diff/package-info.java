/**
 * What changed between two snapshots, grouped by a key: the semantics of {@code compare_to} in
 * Python's tracemalloc.
 *
 * <p>In: two {@link dev.heapdrift.snapshot.Snapshot}s and a {@link
 * dev.heapdrift.analyzer.diff.GroupBy}; out: a {@link dev.heapdrift.analyzer.diff.Diff}, sorted. At
 * level {@code watch} a count is a number of container entries, and a size is those entries times
 * the estimated bytes of one, where that was measured.
 *
 * <p>Pure functions over immutable records.
 */
package dev.heapdrift.analyzer.diff;
