package dev.heapdrift.agent.snapshots;

import dev.heapdrift.snapshot.JvmFacts;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.util.List;

/** Reads what never changes about this JVM. On the agent's thread, after premain has returned. */
public final class JvmFactsReader {
  private static final int BASE = 36;

  private JvmFactsReader() {}

  /** The facts of this JVM. */
  public static JvmFacts read() {
    RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
    List<String> beans =
        ManagementFactory.getGarbageCollectorMXBeans().stream()
            .map(GarbageCollectorMXBean::getName)
            .toList();
    return new JvmFacts(
        startId(runtime.getStartTime(), ProcessHandle.current().pid()),
        runtime.getStartTime(),
        System.getProperty("java.version", ""),
        System.getProperty("java.vm.name", ""),
        collector(beans),
        Runtime.getRuntime().maxMemory(),
        Runtime.getRuntime().availableProcessors());
  }

  /** Names a start of a JVM: two on one machine never share the time and the process id. */
  static String startId(long startMillis, long pid) {
    return Long.toString(startMillis, BASE) + '-' + Long.toString(pid, BASE);
  }

  /** The collector, told by the names of its beans. */
  static String collector(List<String> beans) {
    String all = String.join(",", beans);
    if (all.contains("ZGC")) {
      return all.contains("ZGC Minor") ? "generational ZGC" : "ZGC";
    }
    for (String name : List.of("G1", "Shenandoah", "Epsilon")) {
      if (all.contains(name)) {
        return name;
      }
    }
    return all.contains("PS ") ? "Parallel" : all.contains("Copy") ? "Serial" : all;
  }
}
