package dev.heapdrift.hooks;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Which threads are inside heapdrift: a lock-free open-addressed table of threads.
 *
 * <p>Not a ThreadLocal, whose map is hooked, and not by {@code Thread.getId()}, which an
 * application may override on JDK 17. A thread is in the table only while it is inside.
 */
final class DoorGuard {
  private static final int SLOTS = 1024;
  private static final int PROBES = 8;

  private final AtomicReferenceArray<Thread> inside = new AtomicReferenceArray<>(SLOTS);

  boolean enter(Thread thread) {
    int start = System.identityHashCode(thread);
    for (int i = 0; i < PROBES; i++) {
      if (inside.get((start + i) & (SLOTS - 1)) == thread) {
        return false;
      }
    }
    for (int i = 0; i < PROBES; i++) {
      if (inside.compareAndSet((start + i) & (SLOTS - 1), null, thread)) {
        return true;
      }
    }
    return false;
  }

  void exit(Thread thread) {
    int start = System.identityHashCode(thread);
    for (int i = 0; i < PROBES; i++) {
      if (inside.compareAndSet((start + i) & (SLOTS - 1), thread, null)) {
        return;
      }
    }
  }
}
