package dev.heapdrift.hooks;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The ring of instances that {@link Door#made} has let through: threads that were started, buffers,
 * class loaders and things to be closed that were made.
 *
 * <p>Each place of the JDK that makes them has tokens of its own, in several buckets by class, so
 * that a storm of short-lived ones does not starve those that stay. What finds no token or no room
 * is counted in {@link #dropped()}.
 */
public final class DoorInstances {
  /** Most places of the JDK that can have tokens; they are numbered from 0. */
  private static final int PLACES = 16;

  /** Token buckets of a place; a power of two. */
  private static final int CLASSES = 8;

  /** Instances that can wait for the agent; a power of two. */
  private static final int RING = 512;

  private static final AtomicReferenceArray<Made> ring = new AtomicReferenceArray<>(RING);
  private static final AtomicIntegerArray tokens = new AtomicIntegerArray(PLACES * CLASSES);

  /** Instances of each bucket that were passed over since the last one that was not. */
  private static final AtomicIntegerArray missed = new AtomicIntegerArray(PLACES * CLASSES);

  private static final AtomicLong tail = new AtomicLong();
  private static final AtomicLong dropped = new AtomicLong();

  private DoorInstances() {}

  /** Called inside the guard, on the thread that made the instance. */
  static void offer(Object instance, int place) {
    int hash = System.identityHashCode(instance.getClass()); // of no application's making
    int bucket = place * CLASSES + (hash & (CLASSES - 1));
    if (tokens.get(bucket) <= 0 || tokens.getAndDecrement(bucket) <= 0) {
      missed.getAndIncrement(bucket);
      dropped.getAndIncrement();
      return;
    }
    int slot = (int) tail.getAndIncrement() & (RING - 1);
    Made made = new Made(instance, place, 1 + missed.getAndSet(bucket, 0));
    if (!ring.compareAndSet(slot, null, made)) {
      missed.getAndAdd(bucket, made.standsFor);
      dropped.getAndIncrement();
    }
  }

  /** Forgets what waits. */
  static void clear() {
    for (int i = 0; i < RING; i++) {
      ring.set(i, null);
    }
    for (int i = 0; i < PLACES * CLASSES; i++) {
      missed.set(i, 0);
    }
  }

  /**
   * Adds {@code more} captures to every token bucket, up to {@code most}, so that what is made
   * while the agent is busy for some seconds is not lost.
   */
  public static void refill(int more, int most) {
    for (int i = 0; i < PLACES * CLASSES; i++) {
      tokens.set(i, Math.min(most, Math.max(0, tokens.get(i)) + more));
    }
  }

  /** Takes the instance out of slot {@code i} of {@link #ringSize} slots, or null. */
  public static Made take(int i) {
    return ring.get(i) == null ? null : ring.getAndSet(i, null);
  }

  /** Number of slots of the ring. */
  public static int ringSize() {
    return RING;
  }

  /** Instances not recorded for want of tokens or of room in the ring, since the JVM started. */
  public static long dropped() {
    return dropped.get();
  }

  /** An instance as it was seen: weakly, with the place that made it, and where that was called. */
  public static final class Made extends WeakReference<Object> {
    /** Number of the place in the agent's table. */
    public final int place;

    /** Itself, and those of its bucket that were passed over since the one before it. */
    public final int standsFor;

    /** Filled in on the making thread; its first frames are the door's own. */
    public final Throwable stack;

    Made(Object instance, int place, int standsFor) {
      super(instance);
      this.place = place;
      this.standsFor = standsFor;
      this.stack = new Throwable();
    }
  }
}
