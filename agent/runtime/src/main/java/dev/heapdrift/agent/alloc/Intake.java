package dev.heapdrift.agent.alloc;

import dev.heapdrift.agent.heap.Heap;
import dev.heapdrift.hooks.Door;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;

/**
 * Hands references from application threads to the agent's thread, without a lock.
 *
 * <p>A thread puts its references into the chunk of its lane, which it chooses by its id; a slot is
 * claimed by one atomic increment that threads of other lanes do not feel. The agent takes what is
 * in the slots as often as it likes, also from chunks that are not full. {@link #add} costs some 10
 * ns and allocates a chunk once in {@link #CHUNK} calls; past the bound it counts a drop.
 */
final class Intake {

  /** References a chunk holds: 4 kB with its counter. */
  static final int CHUNK = 1000;

  /** How often a thread gives way before it takes another chunk from what is getting scarce. */
  private static final int TURNS = 100;

  private final Class<?> virtual = virtualThreads();
  private final Heap heap;
  private final long threadId;
  private final int laneMask;
  private final AtomicReferenceArray<Chunk> lanes;
  private final AtomicReference<Chunk> opened = new AtomicReference<>();
  private final AtomicInteger outstanding = new AtomicInteger();
  private final AtomicLong dropped = new AtomicLong();
  private volatile int allowed;

  /** Chunks that may hold something the agent has not taken. Agent thread only. */
  private final List<Chunk> open = new ArrayList<>();

  /**
   * Creates an empty intake.
   *
   * @param heap reads a thread's id: its getter may be overridden by the application
   * @param processors lanes are made for so many threads at a time
   */
  Intake(Heap heap, int processors) {
    this.heap = heap;
    this.threadId = heap.offset(Thread.class, "tid");
    int count = Math.min(256, Integer.highestOneBit(4 * processors));
    this.laneMask = count - 1;
    this.lanes = new AtomicReferenceArray<>(count);
    this.allowed = count;
  }

  /** The lane of the current thread, below {@link #lanes}. */
  int lane() {
    Thread thread = Thread.currentThread();
    long id = threadId < 0 ? System.identityHashCode(thread) : heap.longAt(thread, threadId);
    return (int) id & laneMask;
  }

  /** Number of lanes, a power of two. */
  int lanes() {
    return laneMask + 1;
  }

  /** Hands over a reference, or counts it as dropped. Any thread. */
  void add(TracedRef ref) {
    int lane = lane();
    Chunk chunk = lanes.get(lane);
    if (chunk == null || !chunk.put(ref)) {
      addSlow(ref, lane, chunk);
    }
  }

  /** References that found no room. */
  long dropped() {
    return dropped.get();
  }

  private void addSlow(TracedRef ref, int lane, Chunk full) {
    boolean entered = Door.enter(); // making a chunk runs code of the JDK that is itself hooked
    try {
      Chunk last = full;
      while (last == lanes.get(lane)) {
        if (4 * outstanding.get() > 3 * allowed) {
          giveWay();
        }
        if (outstanding.get() >= allowed) {
          dropped.getAndIncrement();
          return;
        }
        Chunk fresh = new Chunk();
        if (lanes.compareAndSet(lane, last, fresh)) {
          outstanding.getAndIncrement();
          publish(fresh);
        }
      }
      if (!lanes.get(lane).put(ref)) {
        dropped.getAndIncrement(); // others have filled it already: a storm, and we are late
      }
    } finally {
      if (entered) {
        Door.exit();
      }
    }
  }

  /**
   * Lets the agent's thread run where it gets no processor for all the threads that allocate. A
   * virtual thread never: it would leave its carrier in the midst of anything.
   */
  @SuppressWarnings("ThreadPriorityCheck") // nothing depends on it but how much is dropped
  private void giveWay() {
    if (virtual == null || !virtual.isInstance(Thread.currentThread())) {
      for (int i = 0; i < TURNS; i++) {
        Thread.yield();
      }
    }
  }

  private static Class<?> virtualThreads() {
    try {
      return Class.forName("java.lang.BaseVirtualThread", false, null);
    } catch (ClassNotFoundException before21) {
      return null;
    }
  }

  private void publish(Chunk fresh) {
    do {
      fresh.next = opened.get();
    } while (!opened.compareAndSet(fresh.next, fresh));
  }

  /** Takes everything that is there. Agent thread only. */
  void drain(Consumer<TracedRef> to) {
    Chunk chunk = opened.getAndSet(null);
    while (chunk != null) {
      open.add(chunk);
      Chunk next = chunk.next;
      chunk.next = null;
      chunk = next;
    }
    int kept = 0;
    for (Chunk each : open) {
      each.take(to);
      if (each.emptied()) {
        outstanding.getAndDecrement();
      } else {
        open.set(kept++, each);
      }
    }
    open.subList(kept, open.size()).clear();
  }

  /** Sets how many references may wait here, besides one chunk a lane. */
  void room(long references) {
    allowed = lanes() + (int) Math.max(0, Math.min(Integer.MAX_VALUE / 2, references / CHUNK));
  }

  /** References for which there is memory here now. */
  long held() {
    return (long) outstanding.get() * CHUNK;
  }

  private static final class Chunk {
    private final AtomicInteger claimed = new AtomicInteger();
    private final AtomicReferenceArray<TracedRef> slots = new AtomicReferenceArray<>(CHUNK);
    private int taken;
    private Chunk next;

    boolean put(TracedRef ref) {
      if (claimed.get() >= CHUNK) {
        return false; // or the counter of a chunk that stays full would overflow
      }
      int slot = claimed.getAndIncrement();
      if (slot >= CHUNK) {
        return false;
      }
      slots.setRelease(slot, ref); // the reference's own fields before it
      return true;
    }

    void take(Consumer<TracedRef> to) {
      while (taken < CHUNK) {
        TracedRef ref = slots.getAcquire(taken);
        if (ref == null) {
          return; // not claimed, or about to be filled
        }
        slots.setPlain(taken++, null);
        to.accept(ref);
      }
    }

    boolean emptied() {
      return taken == CHUNK;
    }
  }
}
