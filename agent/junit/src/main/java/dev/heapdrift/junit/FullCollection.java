package dev.heapdrift.junit;

import java.lang.ref.WeakReference;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Full collections on request, and the proof that they took place. */
final class FullCollection {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private FullCollection() {}

  /**
   * Collects until an object that was unreachable before is gone.
   *
   * @throws Unmeasured when that does not happen within two seconds
   */
  static void run() throws Unmeasured {
    if (!clears(fence())) {
      throw new Unmeasured(
          "the JVM does not collect on request: run the tests without -XX:+DisableExplicitGC");
    }
  }

  /** Collects until a reference is cleared; false when that takes longer than two seconds. */
  static boolean clears(WeakReference<?> reference) {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    System.gc();
    while (!reference.refersTo(null)) {
      if (System.nanoTime() - deadline >= 0) {
        return false;
      }
      LockSupport.parkNanos(PAUSE_NANOS); // what the last cycle left to other threads
      System.gc();
    }
    return true;
  }

  private static WeakReference<Object> fence() {
    return new WeakReference<>(new Object());
  }
}
