package dev.heapdrift.agent.registry;

/**
 * Whether one container grows steadily: the least size read in each of four windows of time is
 * larger than in the one before, and the last step is no small one. The least, so that what fills
 * and empties in turn does not count; the last step, so that what fills up to its bound does not
 * for long. A suspicion and no verdict, for four sizes cannot tell a leak from a large cache that
 * is being filled.
 */
final class SteadyGrowth {
  /** Windows in a row. */
  static final int WINDOWS = 4;

  /** Entries that the whole growth must have: less is worth nobody's while. */
  private static final long LEAST_ENTRIES = 16;

  /** The same as a part of the size: one in so many. */
  private static final long LEAST_SHARE = 100;

  private final long windowMillis;
  private final long[] floors = new long[WINDOWS];
  private final long[] ends = new long[WINDOWS];
  private int closed;
  private long openedMillis;
  private long floor;
  private boolean suspected;
  private long sinceMillis;

  /**
   * Begins with a first reading.
   *
   * @param windowMillis length of a window
   * @param nowMillis JVM uptime, as in all other methods
   * @param size in entries
   */
  SteadyGrowth(long windowMillis, long nowMillis, long size) {
    this.windowMillis = windowMillis;
    this.openedMillis = nowMillis;
    this.sinceMillis = nowMillis;
    this.floor = size;
  }

  /**
   * Takes in a reading.
   *
   * @return whether the suspicion begins with it
   */
  boolean begins(long nowMillis, long size) {
    floor = Math.min(floor, size);
    if (nowMillis - openedMillis < windowMillis) {
      return false;
    }
    boolean before = suspected;
    close(nowMillis);
    suspected = rises() && (before || weighty());
    if (!rises()) {
      closed = 1; // what comes now is judged by itself
      floors[0] = floor;
      ends[0] = nowMillis;
      sinceMillis = nowMillis;
    }
    openedMillis = nowMillis;
    floor = size;
    return suspected && !before;
  }

  private void close(long nowMillis) {
    if (closed == WINDOWS) {
      System.arraycopy(floors, 1, floors, 0, WINDOWS - 1);
      System.arraycopy(ends, 1, ends, 0, WINDOWS - 1);
      closed--;
    }
    floors[closed] = floor;
    ends[closed++] = nowMillis;
  }

  private boolean rises() {
    return closed < 2 || floors[closed - 1] > floors[closed - 2];
  }

  private boolean weighty() {
    if (closed < WINDOWS) {
      return false;
    }
    long whole = floors[WINDOWS - 1] - floors[0];
    long lastStep = floors[WINDOWS - 1] - floors[WINDOWS - 2];
    return whole >= Math.max(LEAST_ENTRIES, floors[WINDOWS - 1] / LEAST_SHARE)
        && 2 * lastStep * (WINDOWS - 1) >= whole; // half the mean step
  }

  /** Whether it grows steadily now. */
  boolean suspected() {
    return suspected;
  }

  /** Uptime in ms since when every window was above the one before. */
  long sinceMillis() {
    return sinceMillis;
  }

  /** Entries a second over the windows that are remembered; 0 with fewer than two. */
  double entriesPerSecond() {
    return closed < 2
        ? 0
        : (floors[closed - 1] - floors[0]) * 1000.0 / (ends[closed - 1] - ends[0]);
  }
}
