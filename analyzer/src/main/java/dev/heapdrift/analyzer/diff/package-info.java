/**
 * What a snapshot holds and what changed between two, grouped by a key: the semantics of Python's
 * tracemalloc.
 *
 * <p>In: one or two {@link dev.heapdrift.snapshot.Snapshot}s and a question; out, sorted: an {@link
 * dev.heapdrift.analyzer.diff.AllocationTop} or {@link dev.heapdrift.analyzer.diff.AllocationDiff}
 * of allocations, which {@code dev.heapdrift.snapshot.stats} computes, or a {@link
 * dev.heapdrift.analyzer.diff.Diff} of containers, which is computed here. Of containers a count is
 * a number of entries, and a size is those entries times the estimated bytes of one, where that was
 * measured.
 *
 * <p>Pure functions over immutable records.
 */
package dev.heapdrift.analyzer.diff;
