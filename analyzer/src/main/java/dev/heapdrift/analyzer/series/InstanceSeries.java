package dev.heapdrift.analyzer.series;

import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.InstanceFacts;
import dev.heapdrift.snapshot.Owner;
import java.util.List;

/**
 * What one line of the application makes and something has to end, close or let go, through a run.
 *
 * @param kind what it is
 * @param type class of the instances
 * @param stacks the stacks that made those alive in the newest snapshot, most alive first; not
 *     empty
 * @param live how many of them were alive then
 * @param bytes native memory of these in bytes; 0 where none is counted
 * @param owner what most of a sample of them is held by, or null when not known
 * @param points how many were alive, by JVM uptime, strictly increasing; but for threads only those
 *     count that some collection has left alive
 */
public record InstanceSeries(
    InstanceFacts.Kind kind,
    String type,
    List<Made> stacks,
    long live,
    long bytes,
    Owner owner,
    List<SizePoint> points) {

  /** Copies the lists. */
  public InstanceSeries {
    stacks = List.copyOf(stacks);
    points = List.copyOf(points);
  }

  /**
   * Live instances that were made with one stack.
   *
   * @param stack most recent frame first, at least one of the application
   * @param live how many
   */
  public record Made(List<Frame> stack, long live) {}
}
