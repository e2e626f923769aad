package dev.heapdrift.agent.alloc;

import java.util.Arrays;

/**
 * Lets through at most {@link #PER_MINUTE} batches of retransformed classes in any minute: a
 * changed class loses its compiled code, and the application runs slower until it has it again.
 */
final class RetransformPace {
  static final int PER_MINUTE = 6;

  private static final long MINUTE_MILLIS = 60_000;

  private final long[] last = new long[PER_MINUTE];
  private int next;

  RetransformPace() {
    Arrays.fill(last, -MINUTE_MILLIS);
  }

  boolean allows(long nowMillis) {
    return nowMillis - last[next] >= MINUTE_MILLIS;
  }

  void spent(long nowMillis) {
    last[next] = nowMillis;
    next = (next + 1) % PER_MINUTE;
  }
}
