package dev.heapdrift.api;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * The trackers that are open. The agent knows one peak; before anybody resets it, each open tracker
 * is told how high it was, so that nested and parallel trackers do not lose theirs. Where nothing
 * was traced before the first of them, tracing ends with the last.
 */
final class OpenTrackers {

  private static final List<MemoryTracker> OPEN = new CopyOnWriteArrayList<>();
  private static boolean startedTracing;

  private OpenTrackers() {}

  /** Makes a tracker while allocations are traced, and begins its peak anew. */
  static synchronized MemoryTracker open(Supplier<MemoryTracker> maker) {
    if (OPEN.isEmpty()) {
      startedTracing = Heapdrift.isActive() && !Heapdrift.isTracing() && Heapdrift.start();
    }
    MemoryTracker tracker = maker.get();
    Heapdrift.resetPeak();
    OPEN.add(tracker);
    return tracker;
  }

  static synchronized void close(MemoryTracker tracker) {
    OPEN.remove(tracker);
    if (OPEN.isEmpty() && startedTracing) {
      startedTracing = false;
      Heapdrift.stop();
    }
  }

  /** Tells all of them of the peak so far. */
  static synchronized void foldPeak() {
    if (!OPEN.isEmpty() && Heapdrift.isTracing()) {
      long peak = Heapdrift.getTracedMemory().peak();
      AllocationSnapshot picture = Heapdrift.takeSnapshot();
      OPEN.forEach(open -> open.sawPeak(peak, picture));
    }
  }
}
