package dev.heapdrift.agent.alloc;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Traces by what they have in common, and by number. Any thread, no lock, nothing is ever removed;
 * bounded by the option {@code max-traces}.
 */
final class TraceTable {

  private final AtomicReferenceArray<Trace> slots;
  private final AtomicReferenceArray<Trace> byId;
  private final int mask;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicLong dropped = new AtomicLong();

  TraceTable(int most) {
    byId = new AtomicReferenceArray<>(most);
    slots = new AtomicReferenceArray<>(Integer.highestOneBit(Math.max(1, most)) * 4);
    mask = slots.length() - 1;
  }

  /** The trace, or null when there is none yet. Allocates nothing. */
  Trace find(int stack, int site, int typeHash, long key) {
    for (int slot = slot(stack, site, typeHash, key); ; slot++) {
      Trace trace = slots.get(slot & mask);
      if (trace == null || trace.matches(stack, site, typeHash, key)) {
        return trace;
      }
    }
  }

  /** The trace, which is made if need be; null, and a drop counted, when there is no room. */
  Trace add(int stack, int site, int typeHash, long key, long bytes, String type) {
    int id = next.get() < byId.length() ? next.getAndIncrement() : byId.length();
    if (id >= byId.length()) {
      dropped.getAndIncrement();
      return null;
    }
    Trace made = new Trace(id, stack, site, typeHash, key, bytes, type);
    byId.set(id, made);
    for (int slot = slot(stack, site, typeHash, key); ; slot++) {
      if (slots.compareAndSet(slot & mask, null, made)) {
        return made;
      }
      Trace other = slots.get(slot & mask);
      if (other.matches(stack, site, typeHash, key)) {
        return other; // another thread was faster: our number stays unused
      }
    }
  }

  /** The trace of that number. */
  Trace get(int id) {
    return byId.get(id);
  }

  /** Allocations whose trace found no room. */
  long dropped() {
    return dropped.get();
  }

  /** Bytes the table keeps: references of 4 bytes, and 56 bytes a trace besides its name. */
  long bytes() {
    return 4L * (slots.length() + byId.length()) + 56L * next.get();
  }

  private static int slot(int stack, int site, int typeHash, long key) {
    int hash = ((stack * 31 + site) * 31 + typeHash) * 31 + (int) key;
    hash *= 0x9e3779b9;
    return (hash ^ (hash >>> 16)) & 0x3fffffff;
  }
}
