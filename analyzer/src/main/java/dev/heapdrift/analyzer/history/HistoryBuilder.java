package dev.heapdrift.analyzer.history;

import dev.heapdrift.analyzer.history.HeapPoint.Source;
import dev.heapdrift.analyzer.trend.Curve;
import dev.heapdrift.analyzer.trend.TrendLine;
import dev.heapdrift.snapshot.AllocationFacts;
import dev.heapdrift.snapshot.CaptureFacts;
import dev.heapdrift.snapshot.GcFacts;
import dev.heapdrift.snapshot.GcFacts.Generation;
import dev.heapdrift.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** Folds the snapshots of one JVM, given by increasing uptime, into its history. */
final class HistoryBuilder {
  /**
   * Old collections from which their readings alone make the trend. What is in use after a young
   * one includes what has died in the old generation.
   */
  private static final int ENOUGH_OLD = 8;

  private final List<GcFacts> collections = new ArrayList<>();
  private final List<HeapPoint> ofSnapshots = new ArrayList<>();
  private final List<TracedPoint> traced = new ArrayList<>();
  private int snapshots;
  private Snapshot first;
  private Snapshot newest;

  /** Adds the next snapshot. */
  void add(Snapshot snapshot) {
    first = first == null ? snapshot : first;
    long known = collections.isEmpty() ? -1 : last(collections).uptimeMillis();
    for (GcFacts gc : snapshot.gcs()) {
      if (gc.uptimeMillis() > known) {
        collections.add(gc);
      }
    }
    CaptureFacts capture = snapshot.capture();
    boolean collected = newest == null || capture.gcEpoch() > newest.capture().gcEpoch();
    if (capture.heapAfterGcBytes() >= 0 && collected) {
      ofSnapshots.add(
          new HeapPoint(capture.uptimeMillis(), capture.heapAfterGcBytes(), Source.SNAPSHOT));
    }
    AllocationFacts facts = snapshot.allocations();
    if (facts != null) {
      traced.add(
          new TracedPoint(
              capture.uptimeMillis(), facts.tracedBytes(), facts.peakBytes(), facts.peakMillis()));
    }
    newest = snapshot;
    snapshots++;
  }

  History build() {
    List<HeapPoint> heap = collections.isEmpty() ? ofSnapshots : afterCollections();
    long end = newest.capture().uptimeMillis();
    long start = first.capture().uptimeMillis();
    if (!heap.isEmpty()) {
      start = Math.min(start, heap.get(0).uptimeMillis());
    }
    return new History(
        newest.jvm(),
        newest.agent().level(),
        snapshots,
        start,
        end,
        heap,
        collections,
        missed(),
        traced,
        trend(heapForTrend(heap), HeapPoint::uptimeMillis, HeapPoint::bytes),
        trend(traced, TracedPoint::uptimeMillis, TracedPoint::liveBytes));
  }

  // A snapshot holds the last collections only, and more may have ended since the one before.
  private long missed() {
    return collections.isEmpty() ? 0 : Math.max(0, newest.capture().gcEpoch() - collections.size());
  }

  private List<HeapPoint> afterCollections() {
    return collections.stream()
        .map(
            gc ->
                new HeapPoint(
                    gc.uptimeMillis(),
                    gc.heapAfterBytes(),
                    gc.generation() == Generation.OLD ? Source.OLD : Source.YOUNG))
        .toList();
  }

  private static List<HeapPoint> heapForTrend(List<HeapPoint> heap) {
    List<HeapPoint> old = heap.stream().filter(point -> point.source() == Source.OLD).toList();
    return old.size() >= ENOUGH_OLD ? old : heap;
  }

  private static <T> TrendLine trend(
      List<T> points, ToLongFunction<T> uptimeMillis, ToDoubleFunction<T> value) {
    List<T> increasing = new ArrayList<>();
    for (T point : points) {
      long before = increasing.isEmpty() ? -1 : uptimeMillis.applyAsLong(last(increasing));
      if (uptimeMillis.applyAsLong(point) > before) {
        increasing.add(point);
      }
    }
    if (increasing.size() < TrendLine.MIN_POINTS) {
      return null;
    }
    double[] times =
        increasing.stream().mapToDouble(p -> uptimeMillis.applyAsLong(p) / 1000.0).toArray();
    double[] values = increasing.stream().mapToDouble(value).toArray();
    return TrendLine.of(Curve.of(times, values));
  }

  private static <T> T last(List<T> list) {
    return list.get(list.size() - 1);
  }
}
