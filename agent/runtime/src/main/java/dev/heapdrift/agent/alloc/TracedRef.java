package dev.heapdrift.agent.alloc;

import java.lang.ref.WeakReference;

/**
 * A live object and its trace: 32 bytes, with compressed references. The trace holds the size, so
 * that a dead object can be subtracted.
 */
class TracedRef extends WeakReference<Object> {
  private final int trace;

  TracedRef(Object referent, int trace) {
    super(referent);
    this.trace = trace;
  }

  /** Number of the trace. */
  final int trace() {
    return trace;
  }

  /** Bytes of the object, where its trace does not tell them. */
  long bytes() {
    throw new IllegalStateException("the trace tells the size");
  }

  /** An object whose trace does not tell the size: large arrays, and samples of arrays. */
  static final class Sized extends TracedRef {
    private final long bytes;

    Sized(Object referent, int trace, long bytes) {
      super(referent, trace);
      this.bytes = bytes;
    }

    @Override
    long bytes() {
      return bytes;
    }
  }
}
