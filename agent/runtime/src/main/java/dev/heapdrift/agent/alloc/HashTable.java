package dev.heapdrift.agent.alloc;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Numbers by 64-bit hash. Any thread, no lock, nothing is ever removed; bounded. */
final class HashTable {

  /** What {@link #get} answers for a hash that is not in the table. */
  static final int ABSENT = Integer.MIN_VALUE;

  private final AtomicReferenceArray<Entry> slots;
  private final int mask;
  private final AtomicInteger size = new AtomicInteger();
  private final int most;

  private record Entry(long hash, int number) {}

  HashTable(int most) {
    this.most = most;
    slots = new AtomicReferenceArray<>(Integer.highestOneBit(Math.max(1, most)) * 4);
    mask = slots.length() - 1;
  }

  /** The number of a hash, or {@link #ABSENT}. Allocates nothing. */
  int get(long hash) {
    for (int slot = slot(hash); ; slot++) {
      Entry entry = slots.get(slot & mask);
      if (entry == null) {
        return ABSENT;
      }
      if (entry.hash == hash) {
        return entry.number;
      }
    }
  }

  /** Enters a hash, and returns its number: the given one, or that of a faster thread. */
  int putIfAbsent(long hash, int number) {
    if (size.get() >= most) {
      return number; // not remembered: it will be asked for again
    }
    Entry made = new Entry(hash, number);
    for (int slot = slot(hash); ; slot++) {
      if (slots.compareAndSet(slot & mask, null, made)) {
        size.getAndIncrement();
        return number;
      }
      Entry other = slots.get(slot & mask);
      if (other.hash == hash) {
        return other.number;
      }
    }
  }

  /** Bytes the table keeps, with references of 4 bytes. */
  long bytes() {
    return 4L * slots.length() + 32L * size.get();
  }

  private static int slot(long hash) {
    return (int) (hash ^ (hash >>> 32)) & 0x3fffffff;
  }
}
