package dev.heapdrift.agent.zoom;

import java.util.Arrays;

/**
 * Lets through at most {@link #PER_MINUTE} batches of retransformed classes in any minute, for a
 * changed class loses its compiled code; and after a first quick {@link #AT_ONCE} only one in a
 * while, so that what is wanted a little later goes with it and does not wait for the rest of the
 * minute. Agent thread only.
 */
final class RetransformPace {
  /** Batches in any minute. */
  static final int PER_MINUTE = 6;

  /** Batches that may follow each other at once. */
  static final int AT_ONCE = 2;

  /** Time between two later ones, in ms. */
  static final long GAP_MILLIS = 10_000;

  private static final long MINUTE = 60_000;

  private final long[] last = new long[PER_MINUTE];
  private int next;

  /** Begins with none. */
  RetransformPace() {
    Arrays.fill(last, -MINUTE);
  }

  /** Whether a batch may follow now; JVM uptime in ms. */
  boolean allows(long nowMillis) {
    return nowMillis - ago(PER_MINUTE) >= MINUTE
        && (nowMillis - ago(AT_ONCE) >= MINUTE || nowMillis - ago(1) >= GAP_MILLIS);
  }

  /** There was a batch; JVM uptime in ms. */
  void spent(long nowMillis) {
    last[next] = nowMillis;
    next = (next + 1) % PER_MINUTE;
  }

  /** When the batch before the last {@code batches} - 1 was. */
  private long ago(int batches) {
    return last[(next + PER_MINUTE - batches) % PER_MINUTE];
  }
}
