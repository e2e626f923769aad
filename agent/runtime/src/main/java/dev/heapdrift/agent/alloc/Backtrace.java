package dev.heapdrift.agent.alloc;

import dev.heapdrift.agent.heap.Heap;

/**
 * Steps through the frames of a Throwable without making their names.
 *
 * <p>HotSpot leaves in {@code Throwable.backtrace} a chain of chunks: arrays of method numbers
 * (short), of positions (int) and of classes, and the next chunk. Its frames are those of {@code
 * getStackTrace}, in the same order. A hash of some frames is made by {@link #mix}; two runs of
 * frames that share one differ by 1 in 2^63.
 */
final class Backtrace {
  private static final long PRIME = 0x100000001b3L;
  private static final long SEED = 0xcbf29ce484222325L;

  private static final Object[] NOTHING = {};

  private short[] methods;
  private int[] positions;
  private Object[] classes = NOTHING;
  private Object[] next;
  private int index;
  private long hash = SEED;

  private Backtrace() {}

  /** Where this JVM keeps the frames. */
  static final class Layout {
    private final Heap heap;
    private final long backtrace;
    private final long depth;

    Layout(Heap heap) {
      this.heap = heap;
      this.backtrace = heap.offset(Throwable.class, "backtrace");
      this.depth = heap.offset(Throwable.class, "depth");
    }

    /** Stands before the first frame; null when the JVM keeps frames in a way we do not know. */
    Backtrace of(Throwable thrown) {
      if (backtrace < 0 || depth < 0) {
        return null;
      }
      Backtrace trace = new Backtrace();
      return trace.load(heap.reference(thrown, backtrace)) ? trace.rewind() : null;
    }

    /** How many frames the throwable has. */
    int depth(Throwable thrown) {
      return heap.intAt(thrown, depth);
    }
  }

  private Backtrace rewind() {
    index = -1;
    return this;
  }

  /** Goes to the next frame, the first one at first; false when there is none. */
  boolean advance() {
    index++;
    if (index >= classes.length && !(next != null && load(next))) {
      return false;
    }
    return classes[index] != null;
  }

  /** Class of the present frame. */
  Class<?> declaring() {
    return (Class<?>) classes[index];
  }

  /** Adds the present frame to the hash. */
  void mix() {
    hash = (hash ^ System.identityHashCode(classes[index])) * PRIME;
    hash = (hash ^ methods[index]) * PRIME;
    hash = (hash ^ positions[index]) * PRIME;
  }

  /** Adds a number to the hash. */
  void mix(int number) {
    hash = (hash ^ number) * PRIME;
  }

  /** The hash of all that was mixed; never 0. */
  long hash() {
    return hash == 0 ? 1 : hash;
  }

  /** Tells the parts by their types, as their order changes between JDKs. */
  private boolean load(Object chunk) {
    methods = null;
    positions = null;
    classes = NOTHING;
    next = null;
    index = 0;
    if (chunk instanceof Object[] parts) {
      for (Object part : parts) {
        if (part instanceof short[] numbers) {
          methods = numbers;
        } else if (part instanceof int[] numbers) {
          positions = numbers;
        } else if (part instanceof Object[] objects && objects.length > 0) {
          take(objects);
        }
      }
    }
    return methods != null && positions != null && classes.length > 0;
  }

  private void take(Object[] objects) {
    if (objects[0] instanceof Class<?>) {
      classes = objects;
    } else if (objects[0] instanceof short[]) {
      next = objects;
    }
  }
}
