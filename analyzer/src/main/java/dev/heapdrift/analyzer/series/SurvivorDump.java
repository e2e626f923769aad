package dev.heapdrift.analyzer.series;

import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.Survivor;
import dev.heapdrift.snapshot.SurvivorPeriod;
import java.util.List;

/**
 * What had survived when the JVM was asked.
 *
 * @param periods the times for which it sampled, oldest first; empty when it was never asked
 * @param survivors the sampled objects
 * @param stacks the stack table that they refer to
 */
public record SurvivorDump(
    List<SurvivorPeriod> periods, List<Survivor> survivors, List<List<Frame>> stacks) {

  /** The JVM was never asked. */
  public static final SurvivorDump NONE = new SurvivorDump(List.of(), List.of(), List.of());

  /** The dump that a snapshot carries. */
  static SurvivorDump of(Snapshot snapshot) {
    return new SurvivorDump(snapshot.survivorPeriods(), snapshot.survivors(), snapshot.stacks());
  }

  /** Where a survivor was allocated, most recent frame first; empty when not recorded. */
  public List<Frame> stack(Survivor survivor) {
    return survivor.stack() < 0 ? List.of() : stacks.get(survivor.stack());
  }

  /** When those of a period were born, in ms of JVM uptime, increasing. */
  public long[] births(int period) {
    long from = periods.get(period).fromMillis();
    boolean last = period + 1 == periods.size();
    long to = last ? Long.MAX_VALUE : periods.get(period + 1).fromMillis();
    return survivors.stream()
        .mapToLong(Survivor::allocatedMillis)
        .filter(born -> born >= from && born < to)
        .sorted()
        .toArray();
  }

  /** Those of the last period, which JFR was asked of last. */
  public List<Survivor> newest() {
    long from = periods.isEmpty() ? 0 : periods.get(periods.size() - 1).fromMillis();
    return survivors.stream().filter(survivor -> survivor.allocatedMillis() >= from).toList();
  }
}
