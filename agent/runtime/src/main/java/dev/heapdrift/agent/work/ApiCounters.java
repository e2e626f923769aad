package dev.heapdrift.agent.work;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * The counters that the API hands over: one for each copy of it in the JVM, since every web
 * application may bring its own. They are classes of the JDK, so that holding them keeps no loader.
 *
 * <p>{@link #offer} is called on application threads, without a lock and without a collection; the
 * rest belongs to the agent's thread.
 */
public final class ApiCounters {
  /** Copies of the API in one JVM, in all likelihood more than any has. */
  static final int MAX = 64;

  private final AtomicReferenceArray<LongAdder> counters = new AtomicReferenceArray<>(MAX);

  /** What each had counted when it was first read: an attach may come late. */
  private final long[] before = new long[MAX];

  private int known;
  private volatile boolean full;

  /**
   * Counts what this counter counts from now on; one that is known already changes nothing.
   *
   * @param counter a {@link LongAdder}, and no subclass: that would be code of the application
   * @return whether it is counted
   */
  public boolean offer(Object counter) {
    if (counter == null || counter.getClass() != LongAdder.class) {
      return false;
    }
    for (int i = 0; i < MAX; i++) {
      LongAdder there = counters.compareAndExchange(i, null, (LongAdder) counter);
      if (there == null || there == counter) {
        return true;
      }
    }
    full = true;
    return false;
  }

  /** Whether some copy of the API was refused for want of room. */
  boolean full() {
    return full;
  }

  /** Units counted since each counter was first read; -1 as long as there is none. */
  long units() {
    long units = 0;
    for (int i = 0; i < MAX && counters.get(i) != null; i++) {
      long sum = counters.get(i).sum();
      if (i == known) {
        before[known++] = sum;
      }
      units += sum - before[i];
    }
    return known == 0 ? -1 : units;
  }
}
