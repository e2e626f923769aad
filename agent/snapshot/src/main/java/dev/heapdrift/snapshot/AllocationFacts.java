package dev.heapdrift.snapshot;

import java.util.List;

/**
 * What the tracer of allocations knows; part of a snapshot at levels {@code sample} and {@code
 * exact}.
 *
 * @param frames frames kept of each stack
 * @param intervalBytes mean bytes between two samples; 1 when every allocation is counted
 * @param sinceMillis JVM uptime in ms when tracing began or traces were cleared
 * @param tracedBytes live bytes traced now
 * @param peakBytes most that {@code tracedBytes} has been since the peak was reset
 * @param peakMillis JVM uptime of that peak in ms
 * @param tracerBytes memory of the tracer itself
 * @param hookedSites allocation sites that are hooked now
 * @param retiredSites sites whose hook is out because their objects die young
 * @param traces by stack and class, in no particular order
 */
public record AllocationFacts(
    int frames,
    long intervalBytes,
    long sinceMillis,
    long tracedBytes,
    long peakBytes,
    long peakMillis,
    long tracerBytes,
    int hookedSites,
    int retiredSites,
    List<AllocationTrace> traces) {

  /** Copies the list, so that the facts never change. */
  public AllocationFacts {
    traces = List.copyOf(traces);
  }

  /** The same with other traces. */
  public AllocationFacts withTraces(List<AllocationTrace> others) {
    return new AllocationFacts(
        frames,
        intervalBytes,
        sinceMillis,
        tracedBytes,
        peakBytes,
        peakMillis,
        tracerBytes,
        hookedSites,
        retiredSites,
        others);
  }
}
