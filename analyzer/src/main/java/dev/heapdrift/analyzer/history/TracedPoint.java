package dev.heapdrift.analyzer.history;

/**
 * What the tracer of allocations said in a snapshot.
 *
 * @param uptimeMillis JVM uptime in ms
 * @param liveBytes live bytes traced then
 * @param peakBytes most that this had been until then, since the peak was reset
 * @param peakMillis JVM uptime of that peak in ms
 */
public record TracedPoint(long uptimeMillis, long liveBytes, long peakBytes, long peakMillis) {}
