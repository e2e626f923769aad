package dev.heapdrift.snapshot.stats;

import dev.heapdrift.snapshot.AllocationTrace;
import dev.heapdrift.snapshot.Estimate;

/** Which figure of a trace is summed. */
public enum Measure {
  /** What is not known to be collected: what tracemalloc counts. */
  LIVE,
  /** What has survived a collection: {@link #LIVE} without what no collection has tested yet. */
  SURVIVED,
  /** All since tracing began, live or not. */
  ALLOCATED,
  /** What was live when the traced memory stood at its peak. */
  PEAK;

  /** The figure of a trace. */
  public Estimate of(AllocationTrace trace) {
    return switch (this) {
      case LIVE -> trace.live();
      case SURVIVED -> survived(trace.live(), trace.untested());
      case ALLOCATED -> trace.allocated();
      case PEAK -> trace.atPeak();
    };
  }

  // Untested samples are a part of the live ones, so that variances subtract.
  private static Estimate survived(Estimate live, Estimate untested) {
    return new Estimate(
        live.bytes() - untested.bytes(),
        live.count() - untested.count(),
        without(live.bytesError(), untested.bytesError()),
        without(live.countError(), untested.countError()),
        live.samples() - untested.samples());
  }

  private static double without(double whole, double part) {
    return Math.sqrt(Math.max(0, whole * whole - part * part));
  }
}
