package dev.heapdrift.benchmarks.work;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Allocates at one call site, {@link Workloads#ALLOCATIONS} times a unit, and keeps the last
 * {@value #KEPT}: an object dies after some time, as most do, and none can stay in registers.
 */
final class AllocationWork implements Workload {

  private static final List<Integer> FOUR = List.of(1, 2, 3, 4);

  /** An object of two references. */
  static final IntFunction<Object> OBJECT = i -> new Pair(null, null);

  /** An array of sixteen bytes. */
  static final IntFunction<Object> ARRAY = i -> new byte[16];

  /** A boxed number, allocated within the JDK. */
  static final IntFunction<Object> BOXED = i -> Integer.valueOf(i + 1000);

  /** A text and the array within it. */
  static final IntFunction<Object> CONCATENATED = i -> "number " + i;

  /** A list and its array, which the JDK allocates. */
  static final IntFunction<Object> LIST = i -> new ArrayList<>(FOUR);

  private static final int KEPT = 1 << 14;

  private final IntFunction<Object> site;
  private final Object[] kept = new Object[KEPT];
  private int next;

  private record Pair(Object left, Object right) {}

  AllocationWork(IntFunction<Object> site) {
    this.site = site;
  }

  @Override
  public long unit() {
    for (int i = 0; i < Workloads.ALLOCATIONS; i++) {
      kept[next++ & (KEPT - 1)] = site.apply(i);
    }
    return next;
  }
}
