package dev.heapdrift.agent.registry;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Makes 20,000 short-lived lists of 1,500 entries a second, beside one that is never emptied.
 * Prints how often it had to wait for a lock meanwhile, and its CPU time in ms: neither depends on
 * what else the machine does. Then it waits for a line.
 */
final class Storm {
  static final int LISTS_PER_SECOND = 20_000;
  static final int SECONDS = 5;

  private static final int ENTRIES = 1500;
  private static final int TICKS_PER_SECOND = 20;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final List<Object> LEAK = new ArrayList<>();

  private Storm() {}

  public static void main(String[] args) throws IOException {
    run(1); // to be compiled
    long blocked = timesBlocked();
    long cpu = THREADS.getCurrentThreadCpuTime();
    long made = run(SECONDS);
    long cpuMillis = (THREADS.getCurrentThreadCpuTime() - cpu) / 1_000_000;
    System.out.println("made " + made + ", blocked " + (timesBlocked() - blocked));
    System.out.println(cpuMillis);
    System.exit(System.in.read() == -1 || LEAK.isEmpty() ? 1 : 0);
  }

  private static long timesBlocked() {
    String name = Thread.currentThread().getName();
    return Stream.of(THREADS.dumpAllThreads(false, false))
        .filter(thread -> thread.getThreadName().equals(name))
        .mapToLong(ThreadInfo::getBlockedCount)
        .sum();
  }

  private static long run(int seconds) {
    long start = System.nanoTime();
    long made = 0;
    for (int tick = 1; tick <= seconds * TICKS_PER_SECOND; tick++) {
      for (int i = 0; i < LISTS_PER_SECOND / TICKS_PER_SECOND; i++) {
        made += shortLived().isEmpty() ? 0 : 1;
        LEAK.add(i);
      }
      long due = start + tick * (1_000_000_000L / TICKS_PER_SECOND);
      LockSupport.parkNanos(Math.max(0, due - System.nanoTime()));
    }
    return made;
  }

  private static List<Object> shortLived() {
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < ENTRIES; i++) {
      list.add(LEAK);
    }
    return list;
  }
}
