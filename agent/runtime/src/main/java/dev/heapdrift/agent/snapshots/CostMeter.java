package dev.heapdrift.agent.snapshots;

import dev.heapdrift.snapshot.CostFacts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/**
 * What the agent's own activities cost in wall time: some 60 kB in all, one percent of precision.
 *
 * <p>{@link #record} and {@link #time} may be called from any thread; {@link #facts} from the
 * agent's.
 */
public final class CostMeter {
  private static final long SHORTEST_NANOS = 1_000;
  private static final long LONGEST_NANOS = 100_000_000_000L;
  private static final int DIGITS = 2;

  private final Map<Activity, Series> series = new EnumMap<>(Activity.class);

  /** What is measured. */
  public enum Activity {
    /** Placing the door and the hooks, in premain or agentmain. */
    INSTALL,
    /** Hooking classes that were loaded before the agent was attached, a batch at a time. */
    CATCH_UP,
    /** Taking growths from the door into the registry. */
    DRAIN,
    /** A reading round. */
    READ,
    /** A search for what was large before the agent was attached. */
    LOOK_BACK,
    /** A search for owners. */
    WALK,
    /** Starting and ending zooms. */
    ZOOM,
    /** Starting the flight recorder, and asking it what has survived. */
    SURVIVORS,
    /** Taking up allocations, finding the dead, retiring hooks. */
    TRACE,
    /** Assembling and writing a snapshot. */
    SNAPSHOT,
    /** Looking for what grows steadily. */
    ALARM,
    /** Looking what all this costs. */
    GOVERN,
    /** How late the agent's thread woke: pauses of the JVM and of the machine. */
    LATENESS
  }

  /** Starts with nothing measured. */
  public CostMeter() {
    for (Activity activity : Activity.values()) {
      series.put(activity, new Series());
    }
  }

  /** Counts a run of {@code nanos} ns; below 0 counts as 0. */
  public void record(Activity activity, long nanos) {
    series.get(activity).record(Math.max(0, nanos));
  }

  /**
   * Runs and counts {@code work}, also when it throws.
   *
   * @param <T> what it may throw
   * @throws T when {@code work} does
   */
  public <T extends Throwable> void time(Activity activity, ThrowingRunnable<T> work) throws T {
    long start = System.nanoTime();
    try {
      work.run();
    } finally {
      record(activity, System.nanoTime() - start);
    }
  }

  /**
   * Work that may fail.
   *
   * @param <T> with what
   */
  @FunctionalInterface
  public interface ThrowingRunnable<T extends Throwable> {
    /**
     * Does the work.
     *
     * @throws T when it fails
     */
    void run() throws T;
  }

  /** What all activities that have run have cost so far. */
  public List<CostFacts> facts() {
    List<CostFacts> facts = new ArrayList<>();
    series.forEach(
        (activity, measured) -> {
          CostFacts cost = measured.facts(activity.name().toLowerCase(Locale.ROOT));
          if (cost.count() > 0) {
            facts.add(cost);
          }
        });
    return facts;
  }

  private static final class Series {
    private final Recorder recorder = new Recorder(SHORTEST_NANOS, LONGEST_NANOS, DIGITS);
    private final Histogram sinceStart = new Histogram(SHORTEST_NANOS, LONGEST_NANOS, DIGITS);
    private Histogram interval;

    void record(long nanos) {
      recorder.recordValue(Math.min(nanos, LONGEST_NANOS));
    }

    CostFacts facts(String activity) {
      interval = recorder.getIntervalHistogram(interval);
      sinceStart.add(interval);
      long count = sinceStart.getTotalCount();
      return new CostFacts(
          activity,
          count,
          count == 0 ? 0 : Math.round(sinceStart.getMean() * count),
          sinceStart.getValueAtPercentile(50),
          sinceStart.getValueAtPercentile(99),
          sinceStart.getMaxValue());
    }
  }
}
