package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Findings;
import dev.heapdrift.analyzer.finding.Outcome;
import dev.heapdrift.analyzer.finding.Verdict;
import dev.heapdrift.analyzer.series.NamePattern;
import dev.heapdrift.analyzer.series.Run;
import dev.heapdrift.analyzer.trend.Trend;
import java.util.ArrayList;
import java.util.List;

/** Judges one run of one JVM. */
public final class Detection {
  /** Shortest run, in ms, that can be called clean: in less, nothing has had time to grow. */
  static final long MIN_RUN_MILLIS = 5_000;

  private Detection() {}

  /**
   * The findings of a run, by rank.
   *
   * @param run its series
   * @param include which classes are the application's; empty for all outside the JDK
   */
  public static Findings of(Run run, List<String> include) {
    List<NamePattern> application = include.stream().map(NamePattern::of).toList();
    List<Judged> judged = Trends.of(Subjects.of(run), run);
    List<Suspect> suspects =
        Siblings.joined(judged).stream()
            .filter(j -> !(j.trend() instanceof Trend.Steady))
            .map(j -> Suspect.of(j, HeapRoom.of(run), application))
            .toList();
    List<Finding> all = new ArrayList<>();
    CommonCause.explain(suspects).forEach(suspect -> all.add(Detectors.finding(suspect)));
    all.addAll(SiteFindings.of(run, judged, application));
    List<Finding> findings = Ranking.order(all);
    return new Findings(outcome(run, judged, findings), findings, judged.size());
  }

  private static Outcome outcome(Run run, List<Judged> judged, List<Finding> findings) {
    if (findings.stream().anyMatch(f -> f.verdict() == Verdict.UNBOUNDED)) {
      return Outcome.LEAKS;
    }
    long watched = run.newest().capture().uptimeMillis() - run.oldest().agent().startedMillis();
    boolean open = judged.stream().anyMatch(Detection::stillGrowing);
    return open || watched < MIN_RUN_MILLIS ? Outcome.INCONCLUSIVE : Outcome.CLEAN;
  }

  private static boolean stillGrowing(Judged judged) {
    return judged.trend() instanceof Trend.Inconclusive open && open.growing();
  }
}
