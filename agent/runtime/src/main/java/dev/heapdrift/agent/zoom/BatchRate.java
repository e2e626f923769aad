package dev.heapdrift.agent.zoom;

/**
 * Lets through at most {@link #PER_MINUTE} batches in any minute: a changed class loses its
 * compiled code.
 */
final class BatchRate {
  static final int PER_MINUTE = 6;
  private static final long MINUTE = 60_000;

  private final long[] last = new long[PER_MINUTE];
  private int next;

  BatchRate() {
    java.util.Arrays.fill(last, -MINUTE);
  }

  boolean allows(long nowMillis) {
    return nowMillis - last[next] >= MINUTE;
  }

  void spent(long nowMillis) {
    last[next] = nowMillis;
    next = (next + 1) % PER_MINUTE;
  }
}
