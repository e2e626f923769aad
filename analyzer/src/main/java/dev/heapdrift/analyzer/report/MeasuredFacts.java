package dev.heapdrift.analyzer.report;

import dev.heapdrift.analyzer.Analysis;
import dev.heapdrift.analyzer.Analysis.WatchedRun;
import dev.heapdrift.snapshot.JvmFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What was watched, and what was not, in words. */
final class MeasuredFacts {
  private MeasuredFacts() {}

  /**
   * The facts on an analysis.
   *
   * @param analysis which
   * @param others what grew without being shown; empty for nothing to tell
   */
  static List<Fact> of(Analysis analysis, String others) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("judged", Quantity.counted(analysis.judged(), "container") + " that grew"));
    facts.add(new Fact("also grew", others));
    analysis.notSeen().forEach(sentence -> facts.add(new Fact("not seen", sentence)));
    facts.add(new Fact("bounds hit", drops(analysis)));
    analysis.runs().forEach(run -> facts.add(new Fact("watched", watched(run))));
    int unreadable = analysis.unreadable().size();
    if (unreadable > 0) {
      facts.add(new Fact("unreadable", Quantity.counted(unreadable, "file") + ", see stderr"));
    }
    return Fact.told(facts.toArray(Fact[]::new));
  }

  private static String drops(Analysis analysis) {
    return analysis.drops().entrySet().stream()
        .filter(drop -> drop.getValue() > 0)
        .map(drop -> drop.getKey() + " (" + Quantity.count(drop.getValue()) + ')')
        .collect(Collectors.joining(", "));
  }

  private static String watched(WatchedRun run) {
    JvmFacts jvm = run.jvm();
    return String.join(
        ", ",
        jvm.vmName() + ' ' + jvm.version(),
        jvm.collector(),
        "heap up to " + Quantity.bytes(jvm.maxHeapBytes()),
        "level " + run.level(),
        Quantity.counted(run.snapshots(), "snapshot")
            + " over "
            + Quantity.duration(run.spanSeconds()),
        "start id " + jvm.startId());
  }
}
