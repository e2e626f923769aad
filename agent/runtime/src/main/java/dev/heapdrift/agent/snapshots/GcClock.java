package dev.heapdrift.agent.snapshots;

import com.sun.management.GcInfo;
import dev.heapdrift.agent.registry.Now;
import dev.heapdrift.snapshot.GcFacts;
import dev.heapdrift.snapshot.GcFacts.Generation;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.lang.management.RuntimeMXBean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The JVM's uptime and its collections, from the platform's beans. Belongs to the agent's thread,
 * and only after premain has returned.
 *
 * <p>A collection is a young or old one, or a concurrent cycle; the pauses within a cycle, which
 * some collectors report as beans of their own, are not counted again.
 */
public final class GcClock {
  /**
   * Marking rate assumed for G1, which does not say how long its concurrent cycles take, in bytes a
   * ms: a tenth of what one thread marks.
   */
  private static final long SLOW_MARKING = 100_000;

  private final RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
  private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
  private final List<GarbageCollectorMXBean> collections = new ArrayList<>();
  private final List<GarbageCollectorMXBean> told = new ArrayList<>();
  private final Map<GarbageCollectorMXBean, Long> lastTold = new HashMap<>();
  private final GcHistory history = new GcHistory();
  private final RefillCounters refills;
  private final Set<String> heapPools = new HashSet<>();
  private final boolean cyclesTold;

  private long epoch = -1;
  private long cycleMillis;
  private long heapAfterGc = -1;
  private long heapHeld = -1;

  /**
   * Looks the beans and counters up.
   *
   * @param jvm opens to us what the platform's beans read
   */
  public GcClock(Instrumentation jvm) {
    refills = RefillCounters.open(jvm);
    boolean cycles = false;
    for (GarbageCollectorMXBean bean : ManagementFactory.getGarbageCollectorMXBeans()) {
      String name = bean.getName();
      if (!name.endsWith(" Pauses")) {
        told.add(bean);
      }
      if (!name.endsWith(" Pauses") && !name.equals("G1 Concurrent GC")) {
        collections.add(bean);
      }
      cycles |= name.endsWith(" Cycles");
    }
    this.cyclesTold = cycles;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getType() == MemoryType.HEAP) {
        heapPools.add(pool.getName());
      }
    }
  }

  /** The time now. */
  public Now now() {
    long collected = 0;
    for (GarbageCollectorMXBean bean : collections) {
      collected += Math.max(0, bean.getCollectionCount());
    }
    if (collected != epoch) {
      epoch = collected;
      readLastCollection();
    }
    remember();
    return new Now(runtime.getUptime(), epoch, cycleMillis);
  }

  /**
   * Has garbage collected, which stops the application.
   *
   * @throws IOException when this JVM does not do so on request
   */
  public void collect() throws IOException {
    long before = now().gcEpoch();
    System.gc();
    if (now().gcEpoch() == before) {
      throw new IOException("this JVM does not collect on request (-XX:+DisableExplicitGC)");
    }
  }

  /** Heap in use in bytes, garbage included. */
  public long heapUsedBytes() {
    return memory.getHeapMemoryUsage().getUsed();
  }

  /** Heap in use after the last collection that {@link #now} has seen, in bytes; -1 before. */
  public long heapAfterGcBytes() {
    return heapAfterGc;
  }

  /**
   * Heap in use after the last collection that looked at old objects, in bytes; -1 before. A young
   * one leaves old garbage where it is; G1 collects that in collections that it calls young.
   */
  public long heapHeldBytes() {
    return heapHeld;
  }

  /**
   * The last collections, oldest first: those that had ended when {@link #now} was last called. Of
   * several that end between two calls, only the last of each kind is told.
   */
  public List<GcFacts> history() {
    return history.facts();
  }

  /** What could not be observed, one sentence or none. */
  public List<String> notSeen() {
    return refills.known()
        ? List.of()
        : List.of(
            "how often survivors of allocations were sampled: this JVM keeps no performance"
                + " counters (-XX:-UsePerfData)");
  }

  private void remember() {
    for (GarbageCollectorMXBean bean : told) {
      long count = bean.getCollectionCount();
      Long before = lastTold.put(bean, count);
      GcInfo info = before != null && before == count ? null : lastInfo(bean);
      if (info != null) {
        long after = heapUsed(info.getMemoryUsageAfterGc());
        history.add(bean, info, after, refills.news());
        if (GcHistory.generation(bean.getName()) == Generation.OLD || isG1(bean)) {
          heapHeld = after;
        }
      }
    }
  }

  private static boolean isG1(GarbageCollectorMXBean bean) {
    return bean.getName().startsWith("G1 ");
  }

  private void readLastCollection() {
    long lastEnd = -1;
    long longestCycle = 0;
    for (GarbageCollectorMXBean bean : collections) {
      GcInfo info = lastInfo(bean);
      if (info == null) {
        continue;
      }
      if (bean.getName().endsWith(" Cycles")) {
        longestCycle = Math.max(longestCycle, info.getDuration());
      }
      if (info.getEndTime() > lastEnd) {
        lastEnd = info.getEndTime();
        heapAfterGc = heapUsed(info.getMemoryUsageAfterGc());
      }
    }
    cycleMillis = cyclesTold ? longestCycle : heapUsedBytes() / SLOW_MARKING;
  }

  /**
   * Not asked for before there is one: forty classes of JMX describe it, and the start is short.
   */
  private static GcInfo lastInfo(GarbageCollectorMXBean bean) {
    return bean.getCollectionCount() > 0
            && bean instanceof com.sun.management.GarbageCollectorMXBean detailed
        ? detailed.getLastGcInfo()
        : null;
  }

  private long heapUsed(Map<String, MemoryUsage> pools) {
    long used = 0;
    for (Map.Entry<String, MemoryUsage> pool : pools.entrySet()) {
      if (heapPools.contains(pool.getKey())) {
        used += pool.getValue().getUsed();
      }
    }
    return used;
  }
}
