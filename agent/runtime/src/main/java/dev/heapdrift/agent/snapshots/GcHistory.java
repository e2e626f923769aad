package dev.heapdrift.agent.snapshots;

import com.sun.management.GcInfo;
import dev.heapdrift.agent.snapshots.RefillCounters.Refills;
import dev.heapdrift.snapshot.GcFacts;
import dev.heapdrift.snapshot.GcFacts.Generation;
import java.lang.management.GarbageCollectorMXBean;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The last collections of each generation: old ones are few and tell most, so that the many young
 * ones do not push them out. Belongs to the agent's thread.
 */
final class GcHistory {
  /** Half of what a snapshot holds. */
  private static final int MAX_EACH = 256;

  private static final long NANOS = 1_000_000;

  /** What beans are called that collect the young generation only. */
  private static final List<String> YOUNG = List.of("Young", "Minor", "Scavenge", "Copy", "ParNew");

  private final int maxEach;
  private final Map<Generation, Deque<GcFacts>> last = new EnumMap<>(Generation.class);

  /** An empty history of as many collections as a snapshot holds. */
  GcHistory() {
    this(MAX_EACH);
  }

  GcHistory(int maxEach) {
    this.maxEach = maxEach;
    for (Generation generation : Generation.values()) {
      last.put(generation, new ArrayDeque<>());
    }
  }

  /** A collection has ended. */
  void add(GarbageCollectorMXBean bean, GcInfo info, long heapAfterBytes, Refills refills) {
    Generation generation = generation(bean.getName());
    Deque<GcFacts> kept = last.get(generation);
    if (kept.size() == maxEach) {
      kept.removeFirst();
    }
    kept.addLast(
        new GcFacts(
            info.getEndTime(),
            generation,
            info.getDuration() * NANOS,
            heapAfterBytes,
            refills.count(),
            refills.bytes()));
  }

  /** All that are kept, oldest first. */
  List<GcFacts> facts() {
    List<GcFacts> all = new ArrayList<>();
    last.values().forEach(all::addAll);
    all.sort(Comparator.comparingLong(GcFacts::uptimeMillis));
    return all;
  }

  /** What a bean of this name collects. */
  static Generation generation(String bean) {
    boolean young = YOUNG.stream().anyMatch(bean::contains);
    return young ? Generation.YOUNG : Generation.OLD;
  }
}
