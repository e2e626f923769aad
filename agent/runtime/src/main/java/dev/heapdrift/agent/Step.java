package dev.heapdrift.agent;

import dev.heapdrift.agent.snapshots.CostMeter;
import dev.heapdrift.agent.snapshots.CostMeter.Activity;
import java.util.Locale;
import org.slf4j.Logger;

/**
 * Something the agent does every so often. Its cost is metered, in wall time for the snapshot and
 * in CPU time for its budget; when it throws, that is logged and counted, and after {@link
 * #MAX_FAILURES} in a row it is switched off. Agent thread only.
 */
final class Step {

  /** Failures in a row after which a step is not tried any more. */
  private static final int MAX_FAILURES = 5;

  /** Cost that may be owed, in ms: first runs are slow, and short-lived JVMs are watched too. */
  private static final long CREDIT_MILLIS = 2000;

  private final Activity activity;
  private final long periodMillis;
  private final int costFactor;
  private final Work work;
  private long dueMillis;
  private long ranMillis;
  private long owedMillis;
  private int failures;
  private String lastFailure;

  /** What a step does; may throw anything. */
  interface Work {
    void run() throws Exception;
  }

  /**
   * Plans a step.
   *
   * @param periodMillis ms between two runs; 0 for every tick
   * @param costFactor but for {@link #CREDIT_MILLIS}, the runs may cost one part in so many of the
   *     time that passes; 0 for no limit
   */
  Step(Activity activity, long periodMillis, int costFactor, Work work) {
    this.activity = activity;
    this.periodMillis = periodMillis;
    this.costFactor = costFactor;
    this.work = work;
  }

  /** Runs it if its time has come. */
  void runIfDue(long uptimeMillis, CostMeter meter, Logger log) {
    if (uptimeMillis >= dueMillis && failures < MAX_FAILURES) {
      long earned = costFactor == 0 ? 0 : (uptimeMillis - ranMillis) / costFactor;
      owedMillis = Math.max(0, owedMillis - earned) + run(meter, log);
      ranMillis = uptimeMillis;
      long wait = (owedMillis - CREDIT_MILLIS) * costFactor;
      dueMillis = uptimeMillis + Math.max(periodMillis, wait);
    }
  }

  /** Runs it now, and tells how many ms of CPU time that took. */
  long run(CostMeter meter, Logger log) {
    long begin = System.nanoTime();
    long cpuBegin = CpuClock.nanos();
    try {
      work.run();
      failures = 0;
    } catch (Exception | LinkageError | OutOfMemoryError | StackOverflowError e) {
      failures++;
      lastFailure = e.toString();
      log.warn("{} failed, {} in a row", name(), failures, e);
    }
    meter.record(activity, System.nanoTime() - begin);
    return (CpuClock.nanos() - cpuBegin) / 1_000_000;
  }

  /** What went wrong last, or null when nothing is wrong now. */
  String complaint() {
    if (failures == 0) {
      return null;
    }
    String state = failures < MAX_FAILURES ? " failed: " : " is switched off after failing: ";
    return name() + state + lastFailure;
  }

  private String name() {
    return activity.name().toLowerCase(Locale.ROOT);
  }
}
