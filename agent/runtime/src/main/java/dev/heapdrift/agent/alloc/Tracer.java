package dev.heapdrift.agent.alloc;

import java.lang.instrument.Instrumentation;
import java.lang.ref.WeakReference;

/**
 * Finds the trace of an object that was just made, on the thread that made it; {@link #walked}
 * inside the door's guard.
 *
 * <p>Whether a stack is walked depends on the site: at one frame a site of the application is the
 * stack. A walk costs a microsecond and more, anything else a few nanoseconds.
 */
final class Tracer {

  /** Classes whose sizes are remembered for sites that make several; a power of two. */
  private static final int CLASSES = 1024;

  private final Instrumentation jvm;
  private final SiteTable sites;
  private final StackTable stacks;
  private final TraceTable traces;
  private final ArraySizes arrays;
  private final boolean walkAll;

  /** The newest class wins its slot; plain reads and writes, as entries never change. */
  private final ClassSize[] classSizes = new ClassSize[CLASSES];

  Tracer(
      Instrumentation jvm, SiteTable sites, StackTable stacks, TraceTable traces, Limits limits) {
    this.jvm = jvm;
    this.sites = sites;
    this.stacks = stacks;
    this.traces = traces;
    this.walkAll = limits.frames() > 1;
    this.arrays = ArraySizes.measure(jvm);
  }

  /** Bytes of an array, aligned. */
  long arrayBytes(int kind, int length) {
    return arrays.of(kind, length);
  }

  /** Bytes of an object that is no array, aligned. */
  long objectBytes(Object object) {
    Class<?> type = object.getClass();
    int slot = System.identityHashCode(type) & (CLASSES - 1);
    ClassSize known = classSizes[slot];
    if (known == null || !known.refersTo(type)) {
      known = new ClassSize(type, jvm.getObjectSize(object));
      classSizes[slot] = known;
    }
    return known.bytes;
  }

  /**
   * The size of a class's instances. By the class and not by its hash code: classes that come from
   * an archive were given theirs when it was made, by the same generator, and others share them.
   */
  private static final class ClassSize extends WeakReference<Class<?>> {
    final long bytes;

    ClassSize(Class<?> type, long bytes) {
      super(type);
      this.bytes = bytes;
    }
  }

  /** Whether objects of a site differ in size at most: its stack and class are known. */
  boolean isDirect(int site) {
    AllocationSite s = sites.get(site);
    return !walkAll && !s.jdk() && s.type() != null;
  }

  /** Whether all objects of a site are of one class. */
  boolean isFixed(int site) {
    return sites.get(site).type() != null;
  }

  /** The known trace of a direct site, or null. */
  Trace direct(int site, long key) {
    return traces.find(-site, site, Trace.FIXED, key);
  }

  /**
   * The trace of {@code made}, or null when it is not the application's or there is no room.
   *
   * @param bytes aligned size, for arrays
   */
  Trace walked(Object made, int site, long key, long bytes) {
    AllocationSite s = sites.get(site);
    int stack = walkAll || s.jdk() ? stacks.find(new Throwable(), site) : -site;
    if (stack == StackTable.NONE) {
      return null;
    }
    int hash = s.type() == null ? System.identityHashCode(made.getClass()) : Trace.FIXED;
    Trace trace = traces.find(stack, site, hash, key);
    if (trace != null) {
      return trace;
    }
    long each = key == Trace.OBJECT ? objectBytes(made) : key == Trace.LARGE ? 0 : bytes;
    return traces.add(stack, site, hash, key, each, typeName(made.getClass()));
  }

  /** As printed; the number of a hidden class, another one in each run, is left out. */
  private static String typeName(Class<?> type) {
    String name = type.getTypeName();
    int lambda = name.indexOf("$$Lambda");
    int hidden = name.indexOf('/');
    return lambda >= 0
        ? name.substring(0, lambda + "$$Lambda".length())
        : hidden >= 0 ? name.substring(0, hidden) : name;
  }
}
