package dev.heapdrift.hooks;

import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiFunction;
import jdk.internal.vm.annotation.DontInline;

/**
 * What runs on a thread whose collections or arrays grow. With its neighbours of this package it is
 * all of heapdrift that ever runs on a hooked thread.
 *
 * <p>Budget: the public hook methods are called from the growth methods of collections and from
 * stores of arrays; their fast path is one comparison, allocates nothing and is small enough (under
 * 35 bytes of bytecode) to be inlined everywhere. The slow path runs at most a few hundred times a
 * second, takes no lock, and ends in a preallocated ring that the agent drains. What finds no place
 * is counted in {@link #dropped()}, never waited for.
 *
 * <p>Nothing here may throw into the application, call one of its methods, or use a collection that
 * is itself hooked. All state is static because injected code has no instance to ask.
 */
public final class Door {

  /** Version of this ABI, the number in the name under which the class is defined. */
  public static final int ABI = 1;

  /** Events that can wait for the agent; a power of two. */
  private static final int RING = 2048;

  /** Growths below this capacity (entries) are never looked at in {@code watch}. */
  private static final int SOMETIMES_AT = 64;

  /** Growths at or above this capacity (entries) are always looked at. */
  private static final int ALWAYS_AT = 1024;

  /** Arrays of bytes and chars below this length are buffers of the moment and not looked at. */
  private static final int BYTES_AT = 1 << 16;

  /** Structures that never resize are looked at once in so many insertions; a mask. */
  private static final int EVERY = 1023;

  /**
   * The remainder at which they are: no round number, nor beside one, because a full queue of 1024
   * rests there and would be looked at again at each insertion.
   */
  private static final int PHASE = 683;

  /**
   * Token buckets: for each power of two of the capacity, so that small storms starve no giant, for
   * eight sorts of classes, so that a storm of lists starves no map, and for four sorts of threads,
   * so that a job's lists starve none that a request fills.
   */
  private static final int SIZES = 32;

  private static final int CLASSES = 8;
  private static final int THREADS = 4;
  private static final int BUCKETS = SIZES * CLASSES * THREADS;

  private static final AtomicReferenceArray<Growth> ring = new AtomicReferenceArray<>(RING);
  private static final AtomicLong tail = new AtomicLong();
  private static final AtomicIntegerArray tokens = new AtomicIntegerArray(BUCKETS);
  private static final AtomicLong dropped = new AtomicLong();
  private static final AtomicLong failed = new AtomicLong();
  private static final DoorGuard guard = new DoorGuard();

  private static volatile boolean open;
  private static volatile BiFunction<String, Object, Object> control;

  private Door() {}

  // ---- what injected code calls -------------------------------------------------------------

  /** A growth method of {@code container} runs and asks for {@code capacity} entries. */
  public static void grown(Object container, int capacity) {
    if (capacity >= SOMETIMES_AT) {
      grownSlow(container, capacity, null);
    }
  }

  /** {@code container}, which never resizes, holds {@code size} entries as it inserts one. */
  public static void counted(Object container, int size) {
    if ((size & EVERY) == PHASE) {
      grownSlow(container, size, null);
    }
  }

  /**
   * In place of {@code Arrays.copyOf} in a stream that buffers bytes: the same copy, looked at when
   * it is big.
   */
  public static byte[] copyGrown(byte[] buffer, int newLength, Object stream) {
    grownBytes(stream, newLength, null);
    return Arrays.copyOf(buffer, newLength);
  }

  /** A field of {@code owner} (a class for static fields) is about to change its array. */
  public static void stored(Object owner, Object[] now, Object[] before, String field) {
    if (now != null && before != null && now.length > before.length) {
      grownSlow(owner, now.length, field);
    }
  }

  /** As {@link #stored(Object, Object[], Object[], String)}. */
  public static void stored(Object owner, int[] now, int[] before, String field) {
    if (now != null && before != null && now.length > before.length) {
      grownSlow(owner, now.length, field);
    }
  }

  /** As {@link #stored(Object, Object[], Object[], String)}. */
  public static void stored(Object owner, long[] now, long[] before, String field) {
    if (now != null && before != null && now.length > before.length) {
      grownSlow(owner, now.length, field);
    }
  }

  /** As {@link #stored(Object, Object[], Object[], String)}. */
  public static void stored(Object owner, double[] now, double[] before, String field) {
    if (now != null && before != null && now.length > before.length) {
      grownSlow(owner, now.length, field);
    }
  }

  /** As {@link #stored(Object, Object[], Object[], String)}. */
  public static void stored(Object owner, float[] now, float[] before, String field) {
    if (now != null && before != null && now.length > before.length) {
      grownSlow(owner, now.length, field);
    }
  }

  /** As {@link #stored(Object, Object[], Object[], String)}. */
  public static void stored(Object owner, byte[] now, byte[] before, String field) {
    if (now != null && before != null && now.length > before.length) {
      grownBytes(owner, now.length, field);
    }
  }

  /** As {@link #stored(Object, Object[], Object[], String)}. */
  public static void stored(Object owner, char[] now, char[] before, String field) {
    if (now != null && before != null && now.length > before.length) {
      grownBytes(owner, now.length, field);
    }
  }

  /** As {@link #stored(Object, Object[], Object[], String)}, for Guava's kind of segments. */
  public static void stored(
      Object owner, AtomicReferenceArray<?> now, AtomicReferenceArray<?> before, String field) {
    if (now != null && before != null && now.length() > before.length()) {
      grownSlow(owner, now.length(), field);
    }
  }

  /** {@code owner}'s array is about to be replaced through a reference; both may be anything. */
  public static void swapped(Object owner, Object now, Object before) {
    if (now instanceof Object[] longer && before instanceof Object[] shorter) {
      stored(owner, longer, shorter, null);
    }
  }

  /**
   * As {@link #swapped}, in the order in which compare-and-set takes them.
   *
   * @return {@code owner}, so that injected code needs no local variable to keep it
   */
  public static Object swapping(Object owner, Object before, Object now) {
    swapped(owner, now, before);
    return owner;
  }

  /** {@code array} was copied into {@code copy}, which is stored nowhere the hooks can see. */
  public static void copied(Object array, int newLength, Object copy) {
    if (newLength >= ALWAYS_AT && array instanceof Object[] shorter && newLength > shorter.length) {
      grownSlow(copy, newLength, null);
    }
  }

  /** {@code instance} was made, or started, at a place of the JDK that has this number. */
  public static void made(Object instance, int place) {
    if (open && enter()) {
      try {
        DoorInstances.offer(instance, place);
      } catch (Throwable t) {
        failed.getAndIncrement(); // as in grownSlow
      } finally {
        exit();
      }
    }
  }

  // ---- the slow path ------------------------------------------------------------------------

  private static void grownBytes(Object owner, int length, String field) {
    if (length >= BYTES_AT) {
      grownSlow(owner, length, field);
    }
  }

  /**
   * Never inlined: in a program with many large collections C2 would take it into every growth
   * method, which doubles {@code ArrayList.grow} (1,568 to 2,912 bytes of code) and pushes methods
   * that call it over the limit of InlineSmallCode: a fill of sixteen entries cost a third more.
   */
  @DontInline
  private static void grownSlow(Object container, int capacity, String field) {
    if (!open || capacity < SOMETIMES_AT || !chosen(capacity) || !enter()) {
      return;
    }
    try {
      if (takeToken(container, capacity)) {
        offer(new Growth(container, capacity, field));
      } else {
        dropped.getAndIncrement();
      }
    } catch (Throwable t) {
      failed.getAndIncrement(); // out of memory, out of stack: the application must not notice
    } finally {
      exit();
    }
  }

  /** Small growths are sampled in proportion to their size, large ones always taken. */
  private static boolean chosen(int capacity) {
    return capacity >= ALWAYS_AT || ThreadLocalRandom.current().nextInt(ALWAYS_AT) < capacity;
  }

  private static boolean takeToken(Object container, int capacity) {
    int size = 31 - Integer.numberOfLeadingZeros(capacity);
    // These hashes are of no application's making.
    int sort = System.identityHashCode(container.getClass()) & (CLASSES - 1);
    int thread = System.identityHashCode(Thread.currentThread()) & (THREADS - 1);
    int bucket = (size * CLASSES + sort) * THREADS + thread;
    return tokens.get(bucket) > 0 && tokens.getAndDecrement(bucket) > 0;
  }

  private static void offer(Growth event) {
    int slot = (int) tail.getAndIncrement() & (RING - 1);
    if (!ring.compareAndSet(slot, null, event)) {
      dropped.getAndIncrement();
    }
  }

  // ---- what the agent calls -----------------------------------------------------------------

  /**
   * Marks the current thread as inside heapdrift: its growths are not noticed.
   *
   * @return false when it was inside already or the guard is full; then do not call {@link #exit}
   */
  public static boolean enter() {
    return guard.enter(Thread.currentThread());
  }

  /** Ends what a successful {@link #enter} began. */
  public static void exit() {
    guard.exit(Thread.currentThread());
  }

  /** Starts or stops noticing. Stopping also forgets waiting events and zoom sites. */
  public static void open(boolean on) {
    open = on;
    if (!on) {
      DoorZoom.clear();
      for (int i = 0; i < RING; i++) {
        ring.set(i, null);
      }
      DoorInstances.clear();
    }
  }

  /** Whether an agent is listening. */
  public static boolean isOpen() {
    return open;
  }

  /** Sets every token bucket to {@code perBucket} captures. */
  public static void refill(int perBucket) {
    for (int i = 0; i < BUCKETS; i++) {
      tokens.set(i, perBucket);
    }
  }

  /** Takes the event out of slot {@code i} of {@link #ringSize} slots, or null. */
  public static Growth take(int i) {
    return ring.get(i) == null ? null : ring.getAndSet(i, null);
  }

  /** Number of slots of the ring. */
  public static int ringSize() {
    return RING;
  }

  /** Growths not recorded for want of tokens or of room in the ring, since the JVM started. */
  public static long dropped() {
    return dropped.get();
  }

  /** Slow paths that ended in a Throwable, since the JVM started. */
  public static long failed() {
    return failed.get();
  }

  static void noteFailure() {
    failed.getAndIncrement();
  }

  /**
   * Publishes the agent's control function for {@link #control(String, Object)}; null when none. It
   * stays while the door is closed: an agent that rests can be woken.
   */
  public static void control(BiFunction<String, Object, Object> function) {
    control = function;
  }

  /**
   * Asks the running agent for something, in JDK types; what the API module calls.
   *
   * @return the agent's answer, or null when no agent runs
   */
  public static Object control(String verb, Object argument) {
    BiFunction<String, Object, Object> agent = control;
    return agent == null ? null : agent.apply(verb, argument);
  }

  /** A growth as it was seen: the container weakly, the capacity, and where it happened. */
  public static final class Growth extends WeakReference<Object> {
    /** Capacity asked for, in entries. */
    public final int capacity;

    /** Name of the field whose array grew, or null where the hook does not know it. */
    public final String field;

    /** Filled in on the growing thread; its first frames are the door's own. */
    public final Throwable stack;

    Growth(Object container, int capacity, String field) {
      super(container);
      this.capacity = capacity;
      this.field = field;
      this.stack = new Throwable();
    }
  }
}
