package dev.heapdrift.analyzer.series;

import dev.heapdrift.snapshot.GcFacts;
import dev.heapdrift.snapshot.GcFacts.Generation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The collections of a run: each snapshot holds the last ones of its time, and most of them stand
 * in the snapshot before too.
 */
final class GcMerge {
  /** Collections kept, in all likelihood more than any reader can show. */
  private static final int MAX_COLLECTIONS = 100_000;

  private final List<GcFacts> all = new ArrayList<>();
  private final Map<Generation, Long> newest = new EnumMap<>(Generation.class);

  /** Adds what the snapshots before did not hold. */
  void add(List<GcFacts> gcs) {
    for (GcFacts gc : gcs) {
      if (gc.uptimeMillis() > newest.getOrDefault(gc.generation(), -1L)
          && all.size() < MAX_COLLECTIONS) {
        all.add(gc);
        newest.put(gc.generation(), gc.uptimeMillis());
      }
    }
  }

  /** All of them, by time. */
  List<GcFacts> byTime() {
    return all.stream().sorted(Comparator.comparingLong(GcFacts::uptimeMillis)).toList();
  }
}
