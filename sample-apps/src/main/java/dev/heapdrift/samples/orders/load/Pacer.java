package dev.heapdrift.samples.orders.load;

import java.util.concurrent.locks.LockSupport;

/**
 * Hands out moments at a steady rate, to any number of threads. Moments missed by more than a tenth
 * of a second are lost: a service that was slow for a while sees no burst afterwards.
 */
final class Pacer {

  private static final long SECOND = 1_000_000_000L;

  private static final long SLACK = SECOND / 10;

  private final long periodNanos;
  private final long endNanos;
  private long next = System.nanoTime();

  Pacer(int perSecond, int seconds) {
    periodNanos = SECOND / perSecond;
    endNanos = next + seconds * SECOND;
  }

  /** Waits for the next moment; false when the time is over. */
  boolean await() {
    long moment = take();
    for (long now = System.nanoTime(); now < moment; now = System.nanoTime()) {
      LockSupport.parkNanos(moment - now);
    }
    return moment < endNanos;
  }

  private synchronized long take() {
    long now = System.nanoTime();
    next = Math.max(next, now - SLACK);
    long moment = Math.min(next, endNanos);
    next = moment + periodNanos;
    return moment;
  }
}
