package dev.heapdrift.analyzer.series;

import dev.heapdrift.snapshot.ContainerFacts;
import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import dev.heapdrift.snapshot.Frame;
import java.util.List;

/**
 * One container through a run.
 *
 * @param last its facts in the newest snapshot that has it
 * @param stacks the stack table of that snapshot, which its growth sites refer to
 * @param points its sizes over JVM uptime, strictly increasing: the histories inside the snapshots
 *     and the exact sizes of each, merged; at most 512
 * @param insertions calls that put something in, counted since the zoom came to it for the last
 *     time: their sum over JVM uptime, strictly increasing; empty when it never came
 * @param snapshots how many snapshots have it
 * @param lastSeenMillis JVM uptime of the newest snapshot that has it, in ms
 * @param inLastSnapshot whether that is the newest snapshot of the run; or the newest before the
 *     exit, where that came at once or this is a thread-local: else it is gone
 */
public record ContainerSeries(
    ContainerFacts last,
    List<List<Frame>> stacks,
    List<SizePoint> points,
    List<SizePoint> insertions,
    int snapshots,
    long lastSeenMillis,
    boolean inLastSnapshot) {

  /** The newest size in entries, or -1 when it was never read. */
  public long size() {
    return points.isEmpty() ? last.size() : points.get(points.size() - 1).size();
  }
}
