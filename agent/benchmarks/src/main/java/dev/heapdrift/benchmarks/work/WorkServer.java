package dev.heapdrift.benchmarks.work;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Does one workload on demand: {@code WorkServer WORKLOAD TOOL}. Says {@code READY ok}, or {@code
 * READY} and why TOOL is not at work in this JVM; then answers each line {@code MILLIS} on stdin
 * with {@code RESULT UNITS NANOS CPU_NANOS ANSWERS}, the last for nobody: it only has to be made.
 * Ends with its input, and thus with the process that started it.
 */
public final class WorkServer {

  private WorkServer() {}

  /** See the class. */
  public static void main(String[] args) throws IOException {
    try {
      Workload workload = Workloads.make(args[0]);
      String problem = Presence.problem(args[1]);
      System.out.println("READY " + (problem.isEmpty() ? "ok" : problem));
      serve(workload);
    } catch (Exception | LinkageError | OutOfMemoryError e) {
      System.out.println("READY " + e);
      e.printStackTrace();
    }
    System.exit(0); // workloads have threads of their own
  }

  private static void serve(Workload workload) throws Exception {
    var requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = requests.readLine(); line != null; line = requests.readLine()) {
      long cpu = cpuNanos();
      Workload.Turn turn = workload.turn(Long.parseLong(line) * 1_000_000);
      System.out.printf(
          Locale.ROOT,
          "RESULT %d %d %d %d%n",
          turn.units(),
          turn.nanos(),
          cpuNanos() - cpu,
          turn.answers());
    }
  }

  /** Of all threads, the JVM's own included; in steps of ten milliseconds on Linux. */
  private static long cpuNanos() {
    var system = ManagementFactory.getOperatingSystemMXBean();
    return system instanceof com.sun.management.OperatingSystemMXBean own
        ? own.getProcessCpuTime()
        : 0;
  }
}
