package dev.heapdrift.analyzer;

import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Findings;
import dev.heapdrift.analyzer.finding.Outcome;
import dev.heapdrift.analyzer.series.Unreadable;
import dev.heapdrift.snapshot.JvmFacts;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What all the files together amount to.
 *
 * @param outcome the answer
 * @param runs the JVMs that were watched, in the order of their start
 * @param unreadable files that could not be used
 * @param findings by rank
 * @param judged containers that grew enough to be judged
 * @param notSeen what the runs could not observe, and why; each sentence once
 * @param drops what the agents gave up, by the option that raises the bound, summed over the runs
 */
public record Analysis(
    Outcome outcome,
    List<WatchedRun> runs,
    List<Unreadable> unreadable,
    List<Finding> findings,
    int judged,
    List<String> notSeen,
    SortedMap<String, Long> drops) {

  /** Copies the collections. */
  public Analysis {
    runs = List.copyOf(runs);
    unreadable = List.copyOf(unreadable);
    findings = List.copyOf(findings);
    notSeen = List.copyOf(notSeen);
    drops = Collections.unmodifiableSortedMap(new TreeMap<>(drops));
  }

  /**
   * A JVM that was watched.
   *
   * @param jvm which
   * @param level the agent's level
   * @param snapshots how many snapshots of it were read
   * @param spanSeconds how long the agent had watched it at the newest of them, in seconds
   * @param findings what it amounts to by itself
   */
  public record WatchedRun(
      JvmFacts jvm, String level, int snapshots, double spanSeconds, Findings findings) {}

  /** Snapshots read of all runs. */
  public int snapshots() {
    return runs.stream().mapToInt(WatchedRun::snapshots).sum();
  }

  /** Seconds of the longest run, or 0 without one. */
  public double spanSeconds() {
    return runs.stream().mapToDouble(WatchedRun::spanSeconds).max().orElse(0);
  }

  /** Level of the newest run, or null without one. */
  public String level() {
    return runs.isEmpty() ? null : runs.get(runs.size() - 1).level();
  }
}
