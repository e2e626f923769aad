/**
 * Statistics over the allocation traces of a snapshot, with the semantics of Python's tracemalloc.
 * Shared by the API and the analyzer.
 *
 * <p>In: one or two {@link dev.heapdrift.snapshot.Snapshot}s that hold allocations, and a {@link
 * dev.heapdrift.snapshot.stats.TraceQuery}: what a group stands for, which figure is summed, which
 * traces are left out. Out: {@link dev.heapdrift.snapshot.stats.Statistic}s or {@link
 * dev.heapdrift.snapshot.stats.StatisticDiff}s, sorted. {@code Grouping} filters and sums, {@code
 * Comparison} joins two snapshots; {@link dev.heapdrift.snapshot.stats.AppFrames} is the one rule
 * of what a frame of the application is.
 *
 * <p>Sums of estimates keep their standard errors: traces are sampled independently, so variances
 * add.
 *
 * <p>Pure functions over immutable records; the JDK only.
 */
package dev.heapdrift.snapshot.stats;
