package dev.heapdrift.snapshot;

import java.util.List;

/**
 * Objects of one class that were allocated with one stack.
 *
 * @param stack index into {@link Snapshot#stacks()}, most recent frame first; the first frame is
 *     the allocating one, which may be the JDK's
 * @param totalFrames frames the stack had before it was cut to the limit
 * @param type class of the objects, such as {@code java.util.HashMap$Node} or {@code byte[]}
 * @param live what is not known to be collected
 * @param untested the part of {@code live} that no collection has tested yet
 * @param allocated all since tracing began, live or not
 * @param atPeak what was live when the traced memory stood at its peak
 * @param ages live objects by age: element {@code i} counts those that have survived {@code 2^i-1}
 *     to {@code 2^(i+1)-2} collections; at most 16 elements, trailing zeros left out
 * @param oldestMillis JVM uptime in ms when the oldest live object was allocated, or -1
 * @param newestMillis the same for the newest
 */
public record AllocationTrace(
    int stack,
    int totalFrames,
    String type,
    Estimate live,
    Estimate untested,
    Estimate allocated,
    Estimate atPeak,
    List<Long> ages,
    long oldestMillis,
    long newestMillis) {

  /** Copies the list, so that the facts never change. */
  public AllocationTrace {
    ages = List.copyOf(ages);
  }
}
