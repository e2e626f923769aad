package dev.heapdrift.agent.registry;

import dev.heapdrift.agent.heap.Heap;

/**
 * A number for the frames of a Throwable, without making their names.
 *
 * <p>HotSpot leaves in {@code Throwable.backtrace} a chain of chunks: arrays of method numbers
 * (short), of positions (int) and of classes, and the next chunk. Names are made from it by {@code
 * getStackTrace}, which costs a microsecond a frame. Where the chain looks different the answer is
 * 0: no hash. Two stacks that share a hash differ by 1 in 2^63.
 */
final class BacktraceHash {
  private static final long PRIME = 0x100000001b3L;

  private final Heap heap;
  private final long backtrace;

  BacktraceHash(Heap heap) {
    this.heap = heap;
    this.backtrace = heap == null ? -1 : heap.offset(Throwable.class, "backtrace");
  }

  /** Hash of the first {@code frames} frames, 0 when there is none. */
  long of(Throwable thrown, int frames) {
    if (backtrace < 0) {
      return 0;
    }
    long hash = 0xcbf29ce484222325L;
    int left = frames;
    Object chunk = heap.reference(thrown, backtrace);
    while (left > 0 && chunk instanceof Object[] parts) {
      Chunk part = Chunk.of(parts);
      if (part == null) {
        return 0;
      }
      int length = Math.min(left, part.filled());
      for (int i = 0; i < length; i++) {
        hash = (hash ^ System.identityHashCode(part.classes[i])) * PRIME;
        hash = (hash ^ part.methods[i]) * PRIME;
        hash = (hash ^ part.positions[i]) * PRIME;
      }
      left -= length;
      chunk = length < part.classes.length ? null : part.next;
    }
    return left == frames ? 0 : hash;
  }

  private static final class Chunk {
    private short[] methods;
    private int[] positions;
    private Object[] classes;
    private Object[] next;

    /** Tells the parts by their types, as their order changes between JDKs; null when some lack. */
    static Chunk of(Object[] parts) {
      Chunk chunk = new Chunk();
      for (Object part : parts) {
        if (part instanceof short[] numbers) {
          chunk.methods = numbers;
        } else if (part instanceof int[] numbers) {
          chunk.positions = numbers;
        } else if (part instanceof Object[] objects && objects.length > 0) {
          chunk.take(objects);
        }
      }
      boolean whole = chunk.methods != null && chunk.positions != null && chunk.classes != null;
      return whole ? chunk : null;
    }

    private void take(Object[] objects) {
      if (objects[0] instanceof Class<?>) {
        classes = objects;
      } else if (objects[0] instanceof short[]) {
        next = objects;
      }
    }

    int filled() {
      int filled = 0;
      while (filled < classes.length && classes[filled] != null) {
        filled++;
      }
      return filled;
    }
  }
}
