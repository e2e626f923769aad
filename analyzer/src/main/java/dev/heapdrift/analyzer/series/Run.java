package dev.heapdrift.analyzer.series;

import dev.heapdrift.snapshot.GcFacts;
import java.util.List;

/**
 * One run of one JVM: its snapshots as series.
 *
 * @param startId names this start of this JVM
 * @param snapshots the snapshots without their containers, by uptime; not empty
 * @param series one for each container, by id
 * @param siblings the groups that had at least two members in some snapshot
 * @param sites what allocation sites keep alive; empty at level {@code watch}
 * @param instances threads, class loaders, buffers and resources, by the line that makes them
 * @param survivors what had survived when the JVM was last asked
 * @param load what the JVM had to do meanwhile
 * @param gcs the collections that the snapshots tell of, by time
 */
public record Run(
    String startId,
    List<SnapshotHead> snapshots,
    List<ContainerSeries> series,
    List<SiblingSeries> siblings,
    List<SiteSeries> sites,
    List<InstanceSeries> instances,
    SurvivorDump survivors,
    Load load,
    List<GcFacts> gcs) {

  /** The oldest snapshot. */
  public SnapshotHead oldest() {
    return snapshots.get(0);
  }

  /** The newest snapshot. */
  public SnapshotHead newest() {
    return snapshots.get(snapshots.size() - 1);
  }

  /**
   * How long, in ms, the agent had watched when the newest snapshot was taken. Switched off and on
   * again it begins anew: it forgets what it followed.
   */
  public long watchedMillis() {
    SnapshotHead newest = newest();
    return newest.capture().uptimeMillis() - newest.agent().startedMillis();
  }

  /** Its end: JVM uptime in seconds of the newest snapshot. */
  public double until() {
    return newest().capture().uptimeMillis() / 1000.0;
  }
}
