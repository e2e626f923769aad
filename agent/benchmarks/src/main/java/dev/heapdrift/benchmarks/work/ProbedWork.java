package dev.heapdrift.benchmarks.work;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/**
 * Repeats a workload while another thread, which ticks a thousand times a second, records how late
 * each tick came: what a request would have waited. {@code ProbedWork WORKLOAD} prints {@code READY
 * PID}; each line on stdin ends a phase and is answered by {@code PHASE UNITS_PER_SECOND P50 P99
 * P999 MAX}, lateness in microseconds.
 */
public final class ProbedWork {
  private static final long TICK_NANOS = 1_000_000;
  private static final long LONGEST_NANOS = 60_000_000_000L;
  private static final int DIGITS = 3;

  private final AtomicLong units = new AtomicLong();
  private final Recorder lateness = new Recorder(LONGEST_NANOS, DIGITS);

  private ProbedWork() {}

  /** See the class. */
  public static void main(String[] args) throws Exception {
    new ProbedWork().serve(Workloads.make(args[0]));
  }

  private void serve(Workload workload) throws Exception {
    start("work", () -> work(workload));
    start("probe", this::tick);
    System.out.println("READY " + ProcessHandle.current().pid());
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    long begin = System.nanoTime();
    while (in.readLine() != null) {
      long now = System.nanoTime();
      System.out.println(phase((now - begin) / 1e9));
      begin = now;
    }
    System.exit(0); // workloads have threads of their own
  }

  private static void start(String name, Runnable body) {
    Thread thread = new Thread(body, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void work(Workload workload) {
    try {
      while (workload.unit() != Long.MIN_VALUE) {
        units.incrementAndGet();
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A tick that is due while another is late counts too, as a request that came meanwhile would.
   */
  private void tick() {
    for (long due = System.nanoTime() + TICK_NANOS; ; due += TICK_NANOS) {
      long left = due - System.nanoTime();
      while (left > 0) {
        LockSupport.parkNanos(left);
        left = due - System.nanoTime();
      }
      lateness.recordValue(Math.min(-left, LONGEST_NANOS));
    }
  }

  private String phase(double seconds) {
    Histogram phase = lateness.getIntervalHistogram();
    return String.format(
        Locale.ROOT,
        "PHASE %.2f %d %d %d %d",
        units.getAndSet(0) / seconds,
        phase.getValueAtPercentile(50) / 1000,
        phase.getValueAtPercentile(99) / 1000,
        phase.getValueAtPercentile(99.9) / 1000,
        phase.getMaxValue() / 1000);
  }
}
