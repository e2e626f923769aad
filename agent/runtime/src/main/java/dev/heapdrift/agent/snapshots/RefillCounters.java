package dev.heapdrift.agent.snapshots;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How often threads were given a new allocation buffer (TLAB), which is how often JFR samples an
 * object. HotSpot sums it up at the begin of each collection, in performance counters that only
 * this JVM's own management classes read; JFR does not tell it. Belongs to the agent's thread.
 *
 * <p>Who reads late, when the next collection has begun, reads of its epoch: neighbours are alike.
 */
final class RefillCounters {
  private static final String MODULE = "java.management";
  private static final String HELPER = "sun.management.ManagementFactoryHelper";
  private static final String MANAGEMENT = "sun.management.VMManagement";
  private static final String COUNTER = "sun.management.counter.Counter";

  private static final String FILLS = "sun.gc.tlab.fills";
  private static final String ALLOCATED = "sun.gc.tlab.alloc";
  private static final String WASTED = "sun.gc.tlab.gcWaste";
  private static final String ALL = "sun\\.gc\\.tlab\\..*";

  /** Sizes are counted in words of the heap. */
  private static final long WORD_BYTES = 8;

  private final Map<String, Object> counters;
  private final Method value;
  private Refills last = Refills.UNKNOWN;

  private RefillCounters(Map<String, Object> counters, Method value) {
    this.counters = counters;
    this.value = value;
  }

  /**
   * What an epoch tells.
   *
   * @param count buffers given to threads, or -1
   * @param bytes bytes allocated in them, or -1
   */
  record Refills(long count, long bytes) {
    static final Refills UNKNOWN = new Refills(-1, -1);
  }

  /** Opens the counters; in a JVM that keeps none, or hides them, nothing is ever known. */
  static RefillCounters open(Instrumentation jvm) {
    try {
      Module management = ModuleLayer.boot().findModule(MODULE).orElseThrow();
      Set<Module> agent = Set.of(RefillCounters.class.getModule());
      Map<String, Set<Module>> opened =
          Map.of("sun.management", agent, "sun.management.counter", agent);
      jvm.redefineModule(management, Set.of(), Map.of(), opened, Set.of(), Map.of());
      return new RefillCounters(find(), method(COUNTER, "getValue"));
    } catch (ReflectiveOperationException | RuntimeException | LinkageError hidden) {
      return new RefillCounters(Map.of(), null);
    }
  }

  private static Map<String, Object> find() throws ReflectiveOperationException {
    Object vm = method(HELPER, "getVMManagement").invoke(null);
    Method find = method(MANAGEMENT, "getInternalCounters", String.class);
    Method name = method(COUNTER, "getName");
    Map<String, Object> counters = new HashMap<>();
    for (Object counter : (List<?>) find.invoke(vm, ALL)) {
      counters.put((String) name.invoke(counter), counter);
    }
    return counters;
  }

  private static Method method(String of, String name, Class<?>... parameters)
      throws ReflectiveOperationException {
    Method method = Class.forName(of).getMethod(name, parameters);
    method.setAccessible(true);
    return method;
  }

  /** Whether this JVM tells them at all. */
  boolean known() {
    return counters.keySet().containsAll(Set.of(FILLS, ALLOCATED, WASTED));
  }

  /**
   * The epoch that the last collection ended; not known when it was told before, as when the
   * collection retired no buffers, or nothing had been allocated.
   */
  Refills news() {
    Refills now = read();
    if (now.count == last.count && now.bytes == last.bytes) {
      return Refills.UNKNOWN;
    }
    last = now;
    return now;
  }

  private Refills read() {
    if (!known()) {
      return Refills.UNKNOWN;
    }
    try {
      long words = valueOf(ALLOCATED) - valueOf(WASTED);
      return new Refills(valueOf(FILLS), Math.max(0, words) * WORD_BYTES);
    } catch (ReflectiveOperationException | RuntimeException unreadable) {
      return Refills.UNKNOWN;
    }
  }

  private long valueOf(String counter) throws ReflectiveOperationException {
    return ((Number) value.invoke(counters.get(counter))).longValue();
  }
}
