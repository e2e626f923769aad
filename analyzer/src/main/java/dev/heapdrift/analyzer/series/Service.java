package dev.heapdrift.analyzer.series;

import dev.heapdrift.snapshot.CaptureFacts;
import java.util.List;

/**
 * Until when the application of a run was in service. Then it is put in order, and its JVM exits:
 * an application clears what it never clears while it runs, and the pools' threads end with their
 * thread-locals. Neither excuses a leak.
 *
 * @param until JVM uptime in ms of the last snapshot before the exit; of the newest without one
 * @param shutdown JVM uptime in ms from which on it may have been put in order; never without an
 *     exit
 * @param end JVM uptime in ms of the newest snapshot
 */
record Service(long until, long shutdown, long end) {
  /** Longest that an application is taken to be put in order for, in ms... */
  private static final long LONGEST_MILLIS = 10_000;

  /** ...and one part in so many of the run: what a short program does last is its work. */
  private static final int PART = 10;

  static Service of(List<SnapshotHead> snapshots) {
    int last = snapshots.size() - 1;
    long end = snapshots.get(last).capture().uptimeMillis();
    if (last == 0 || !exits(snapshots.get(last).capture())) {
      return new Service(end, Long.MAX_VALUE, end);
    }
    long watched = end - snapshots.get(0).capture().uptimeMillis();
    long shutdown = end - Math.min(LONGEST_MILLIS, watched / PART);
    return new Service(snapshots.get(last - 1).capture().uptimeMillis(), shutdown, end);
  }

  /** Whether a snapshot is the last word of a JVM; what comes after it is of its end. */
  static boolean exits(CaptureFacts capture) {
    return capture.trigger() == CaptureFacts.Trigger.EXIT;
  }

  /** Whether what was last seen at this uptime was there when the service ended. */
  boolean had(long lastSeen, boolean isThreadLocal) {
    boolean endsWithService = isThreadLocal || until >= shutdown;
    return lastSeen >= (endsWithService ? until : end);
  }

  /** Uptime in ms until which a series tells of the service; later than the last point for all. */
  long endOf(PointList points) {
    long full = points.lastFull();
    if (full >= shutdown) {
      return full;
    }
    return points.fallsAfter(until) ? until : Long.MAX_VALUE;
  }
}
