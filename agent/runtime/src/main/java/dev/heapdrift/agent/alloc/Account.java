package dev.heapdrift.agent.alloc;

import dev.heapdrift.agent.alloc.Tally.Weight;
import java.util.Arrays;

/** What is known about the objects of a trace. Agent thread only. */
final class Account {

  /** Buckets of ages, as the snapshot has them. */
  static final int AGES = 16;

  private final Trace trace;
  private final Weight each;

  /** All since tracing began. */
  final Tally allocated = new Tally();

  /** What is not known to be collected. */
  final Tally live = new Tally();

  /** What was live at the peak. */
  final Tally atPeak = new Tally();

  /** Filled by a census: the part of {@link #live} that no collection has tested. */
  final Tally untested = new Tally();

  /** Filled by a census: live objects by age. */
  final double[] ages = new double[AGES];

  /** Filled by a census: JVM uptime in ms at which the oldest live object was made, or -1. */
  long oldestMillis = -1;

  /** Filled by a census: the same for the newest. */
  long newestMillis = -1;

  Account(Trace trace, long interval) {
    this.trace = trace;
    this.each = trace.bytes() == 0 ? null : Weight.of(trace.bytes(), interval);
  }

  Trace trace() {
    return trace;
  }

  /** What one of its objects stands for. */
  Weight weight(TracedRef ref, long interval) {
    return each != null ? each : Weight.of(ref.bytes(), interval);
  }

  /** Forgets the last census. */
  void beginCensus() {
    untested.clear();
    Arrays.fill(ages, 0);
    oldestMillis = -1;
    newestMillis = -1;
  }
}
