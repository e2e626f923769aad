package dev.heapdrift.benchmarks.truth;

import java.util.function.IntFunction;
import java.util.function.ToLongFunction;

/**
 * A place that allocates, and what it truly allocates.
 *
 * @param method of {@link Sites} that holds the one allocating line
 * @param kind which of the seven kinds
 * @param maker what it does; the argument is the number of the call
 * @param bytes what one call allocates, all its objects together
 */
record Site(String method, Kind kind, IntFunction<Object> maker, ToLongFunction<Layout> bytes) {

  /** Allocated at each site, more or less; large against any sampling interval in use. */
  private static final long BYTES = 16L << 20;

  /** One in so many stays alive. */
  private static final int KEPT = 2;

  /** What makes sites different for a tracer. */
  enum Kind {
    OBJECT,
    PRIMITIVE_ARRAY,
    OBJECT_ARRAY,
    NESTED_ARRAY,
    JDK_OBJECT,
    STRING,
    LARGE
  }

  /** Calls it, and returns what was made; the smaller {@code share}, the fewer calls. */
  Object[] run(Layout layout, double share) {
    return run(calls(layout, share));
  }

  /** Calls it so often. */
  Object[] run(int calls) {
    Object[] made = new Object[calls];
    for (int i = 0; i < made.length; i++) {
      made[i] = maker.apply(i);
    }
    return made;
  }

  /** Gives up all but what is to stay alive. */
  static void thin(Object[] made) {
    for (int i = 0; i < made.length; i++) {
      if (i % KEPT != 0) {
        made[i] = null;
      }
    }
  }

  /** An even number of calls. */
  private int calls(Layout layout, double share) {
    long pairs = (long) (share * BYTES / bytes.applyAsLong(layout) / KEPT) + 1;
    return (int) pairs * KEPT;
  }

  long allocatedBytes(Layout layout, double share) {
    return calls(layout, share) * bytes.applyAsLong(layout);
  }

  long liveBytes(Layout layout, double share) {
    return allocatedBytes(layout, share) / KEPT;
  }
}
