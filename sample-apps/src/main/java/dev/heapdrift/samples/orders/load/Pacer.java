package dev.heapdrift.samples.orders.load;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Hands out moments at a steady rate, to any number of threads; never more than the rate. */
final class Pacer {

  private static final long SECOND = 1_000_000_000L;

  private final long periodNanos;
  private final long endNanos;
  private final AtomicLong next = new AtomicLong(System.nanoTime());

  Pacer(int perSecond, int seconds) {
    periodNanos = SECOND / perSecond;
    endNanos = next.get() + seconds * SECOND;
  }

  /** Waits for the next moment; false when the time is over. */
  boolean await() {
    long moment = next.getAndAdd(periodNanos);
    while (true) {
      long now = System.nanoTime();
      if (now >= endNanos || moment >= endNanos) {
        return false;
      }
      if (now >= moment) {
        return true;
      }
      LockSupport.parkNanos(moment - now);
    }
  }
}
