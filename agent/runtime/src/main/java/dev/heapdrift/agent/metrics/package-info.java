/**
 * The main figures of a snapshot as OpenMetrics text, for a node exporter's textfile collector.
 *
 * <p>{@link dev.heapdrift.agent.metrics.MetricsFile} replaces the file at each snapshot; what is in
 * it is one list, {@code SnapshotMetrics}; how it is written down, {@code OpenMetrics}.
 *
 * <p>In: snapshots. Out: one small file, whose number of lines is bounded. Belongs to the agent's
 * thread. The format is documented in docs/metrics.md.
 */
package dev.heapdrift.agent.metrics;
