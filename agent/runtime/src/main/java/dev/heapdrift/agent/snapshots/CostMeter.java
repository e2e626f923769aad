package dev.heapdrift.agent.snapshots;

import dev.heapdrift.snapshot.CostFacts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What the agent's own activities cost in wall time, to one percent. Belongs to the agent's thread.
 */
public final class CostMeter {
  private static final long SHORTEST_NANOS = 1_000;
  private static final long LONGEST_NANOS = 100_000_000_000L;
  private static final int DIGITS = 2;

  /** None for what has never run. */
  private final Map<Activity, Histogram> histograms = new EnumMap<>(Activity.class);

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

  /** Counts a run of {@code nanos} ns; below 0 counts as 0. */
  public void record(Activity activity, long nanos) {
    Histogram histogram = histograms.get(activity);
    if (histogram == null) {
      histogram = new Histogram(SHORTEST_NANOS, LONGEST_NANOS, DIGITS);
      histograms.put(activity, histogram);
    }
    histogram.recordValue(Math.min(Math.max(0, nanos), LONGEST_NANOS));
  }

  /** What all activities that have run have cost so far. */
  public List<CostFacts> facts() {
    List<CostFacts> facts = new ArrayList<>();
    histograms.forEach((activity, runs) -> facts.add(facts(activity, runs)));
    return facts;
  }

  private static CostFacts facts(Activity activity, Histogram runs) {
    return new CostFacts(
        activity.name().toLowerCase(Locale.ROOT),
        runs.getTotalCount(),
        Math.round(runs.getMean() * runs.getTotalCount()),
        runs.getValueAtPercentile(50),
        runs.getValueAtPercentile(99),
        runs.getMaxValue());
  }
}
