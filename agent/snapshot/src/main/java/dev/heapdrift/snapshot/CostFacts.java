package dev.heapdrift.snapshot;

/**
 * What one of the agent's activities has cost since it was installed.
 *
 * @param activity install, catch_up, drain, read, look_back, walk, zoom, snapshot and others, or
 *     lateness: how late the agent's thread woke
 * @param count how often it ran
 * @param totalNanos wall time in all
 * @param p50Nanos median of a run
 * @param p99Nanos 99th percentile of a run
 * @param maxNanos longest run
 */
public record CostFacts(
    String activity, long count, long totalNanos, long p50Nanos, long p99Nanos, long maxNanos) {}
