package dev.heapdrift.analyzer.history;

import dev.heapdrift.analyzer.trend.TrendLine;
import dev.heapdrift.snapshot.GcFacts;
import dev.heapdrift.snapshot.GcFacts.Generation;
import dev.heapdrift.snapshot.JvmFacts;
import java.util.List;

/**
 * The history of one JVM.
 *
 * @param jvm which
 * @param level level of the agent at the newest snapshot
 * @param snapshots snapshots read
 * @param startMillis JVM uptime in ms at which the history begins
 * @param endMillis JVM uptime in ms of the newest snapshot
 * @param heap heap after collections, by uptime
 * @param collections the collections that the snapshots hold, oldest first
 * @param missed collections of which no snapshot tells more than that they were
 * @param traced what was traced, by snapshot; empty at level {@code watch}
 * @param heapTrend trend of {@code heap}, or null when too little was seen
 * @param tracedTrend trend of the live traced bytes, or null when too little was seen
 */
public record History(
    JvmFacts jvm,
    String level,
    int snapshots,
    long startMillis,
    long endMillis,
    List<HeapPoint> heap,
    List<GcFacts> collections,
    long missed,
    List<TracedPoint> traced,
    TrendLine heapTrend,
    TrendLine tracedTrend) {

  /** Copies the lists. */
  public History {
    heap = List.copyOf(heap);
    collections = List.copyOf(collections);
    traced = List.copyOf(traced);
  }

  /** The collections of one generation. */
  public List<GcFacts> collections(Generation generation) {
    return collections.stream().filter(gc -> gc.generation() == generation).toList();
  }

  /** The highest peak that was traced, or null when nothing was. */
  public TracedPoint peak() {
    TracedPoint peak = null;
    for (TracedPoint point : traced) {
      peak = peak == null || point.peakBytes() > peak.peakBytes() ? point : peak;
    }
    return peak;
  }
}
