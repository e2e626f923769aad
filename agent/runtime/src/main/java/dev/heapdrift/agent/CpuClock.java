package dev.heapdrift.agent;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * What the agent's thread really spent: on a busy machine a walk of 0.3 s may last a second, and a
 * budget in wall time would leave a busy service without answers. Agent thread only.
 */
final class CpuClock {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private CpuClock() {}

  /** CPU time of this thread in ns; where the JVM does not tell, the time of day. */
  static long nanos() {
    long cpu = THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : -1;
    return cpu < 0 ? System.nanoTime() : cpu;
  }
}
