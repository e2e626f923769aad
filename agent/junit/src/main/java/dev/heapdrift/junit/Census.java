package dev.heapdrift.junit;

import dev.heapdrift.api.AllocationSnapshot;
import dev.heapdrift.api.Heapdrift;
import dev.heapdrift.api.Trace;
import java.util.HashMap;
import java.util.Map;

/**
 * What was alive at one moment, after a full collection.
 *
 * @param iterations runs counted until then
 * @param counts live objects and bytes
 * @param snapshot where they come from
 */
record Census(long iterations, Map<Site, Count> counts, AllocationSnapshot snapshot) {

  /**
   * Some objects.
   *
   * @param objects how many
   * @param bytes their shallow size
   */
  record Count(long objects, long bytes) {
    static final Count NONE = new Count(0, 0);

    Count plus(Count other) {
      return new Count(objects + other.objects, bytes + other.bytes);
    }
  }

  /** Copies the map. */
  Census {
    counts = Map.copyOf(counts);
  }

  /**
   * Collects and counts. What this allocates is not counted.
   *
   * @throws Unmeasured when the JVM does not collect on request, or the agent traces no more
   */
  static Census take(long iterations) throws Unmeasured {
    FullCollection.run();
    try {
      return Heapdrift.untraced(() -> of(iterations, Heapdrift.takeSnapshot()));
    } catch (IllegalStateException e) {
      throw new Unmeasured("the agent has stopped counting: " + e.getMessage());
    }
  }

  static Census of(long iterations, AllocationSnapshot snapshot) {
    Map<Site, Count> counts = new HashMap<>();
    for (Trace trace : snapshot.traces()) {
      Count live = new Count(trace.facts().live().count(), trace.facts().live().bytes());
      if (live.objects() > 0) {
        counts.merge(Site.of(trace), live, Count::plus);
      }
    }
    return new Census(iterations, counts, snapshot);
  }

  Count count(Site site) {
    return counts.getOrDefault(site, Count.NONE);
  }
}
