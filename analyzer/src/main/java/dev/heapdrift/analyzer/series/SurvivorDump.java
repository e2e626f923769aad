package dev.heapdrift.analyzer.series;

import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.Survivor;
import java.util.List;

/**
 * What had survived when the JVM was asked.
 *
 * @param uptimeMillis JVM uptime of that moment in ms, or -1 when it was never asked
 * @param survivors the sampled objects
 * @param stacks the stack table that they refer to
 */
public record SurvivorDump(long uptimeMillis, List<Survivor> survivors, List<List<Frame>> stacks) {

  /** The JVM was never asked. */
  public static final SurvivorDump NONE = new SurvivorDump(-1, List.of(), List.of());

  /** The dump that a snapshot carries. */
  static SurvivorDump of(Snapshot snapshot) {
    return new SurvivorDump(snapshot.survivorsMillis(), snapshot.survivors(), snapshot.stacks());
  }

  /** Where a survivor was allocated, most recent frame first; empty when not recorded. */
  public List<Frame> stack(Survivor survivor) {
    return survivor.stack() < 0 ? List.of() : stacks.get(survivor.stack());
  }
}
