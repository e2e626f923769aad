/**
 * How the heap of a JVM went: what was in use after each collection, which collections there were,
 * and what the tracer of allocations saw live.
 *
 * <p>{@link dev.heapdrift.analyzer.history.Histories} folds snapshots, one at a time and by uptime,
 * into a {@link dev.heapdrift.analyzer.history.History} for each JVM. Each snapshot holds only the
 * last collections; those of several snapshots are joined by their times. Results are immutable.
 */
package dev.heapdrift.analyzer.history;
