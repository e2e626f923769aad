package dev.heapdrift.analyzer.series;

import java.util.List;

/**
 * One run of one JVM: its snapshots as series.
 *
 * @param startId names this start of this JVM
 * @param snapshots the snapshots without their containers, by uptime; not empty
 * @param series one for each container, by id
 * @param siblings the groups that had at least two members in some snapshot
 */
public record Run(
    String startId,
    List<SnapshotHead> snapshots,
    List<ContainerSeries> series,
    List<SiblingSeries> siblings) {

  /** The oldest snapshot. */
  public SnapshotHead oldest() {
    return snapshots.get(0);
  }

  /** The newest snapshot. */
  public SnapshotHead newest() {
    return snapshots.get(snapshots.size() - 1);
  }
}
