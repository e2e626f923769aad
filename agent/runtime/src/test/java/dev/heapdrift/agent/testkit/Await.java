package dev.heapdrift.agent.testkit;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Waits for what is to come, with rests and a deadline that no machine needs, so that no test
 * counts on its speed. For tests and for the programs that they spawn.
 */
public final class Await {
  private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(2);
  private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private Await() {}

  /**
   * Waits until a condition holds.
   *
   * @throws AssertionError when it does not in two minutes; names {@code what}
   */
  public static void until(String what, BooleanSupplier condition) {
    if (!reached(condition)) {
      throw new AssertionError("waited in vain: " + what);
    }
  }

  /** Waits until a condition holds, two minutes at most, and tells whether it does. */
  public static boolean reached(BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      LockSupport.parkNanos(REST_NANOS);
    }
    return true;
  }
}
