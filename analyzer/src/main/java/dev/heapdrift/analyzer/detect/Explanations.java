package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Explanation;
import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.GrowthStack;
import dev.heapdrift.analyzer.finding.Verdict;
import dev.heapdrift.analyzer.series.Run;
import dev.heapdrift.analyzer.site.Pile;
import dev.heapdrift.analyzer.site.SiteSuspect;
import dev.heapdrift.analyzer.trend.Check;
import dev.heapdrift.analyzer.trend.Curve;
import dev.heapdrift.analyzer.trend.FalseDiscovery;
import dev.heapdrift.analyzer.trend.Trend;
import dev.heapdrift.analyzer.trend.TrendChecks;
import dev.heapdrift.snapshot.Frame;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Puts together all that is known of a finding, and why its verdict is what it is. */
final class Explanations {
  private Explanations() {}

  /**
   * Of a container or a group of siblings.
   *
   * @param run where it was found
   * @param suspect what was looked at
   * @param finding what came of it
   * @param candidates how many series were judged together
   */
  static Explanation of(Run run, Suspect suspect, Finding finding, int candidates) {
    Subject subject = suspect.subject();
    Usage usage = suspect.usage().byCallSite();
    List<Check> considered = new ArrayList<>(Trends.checks(subject, run));
    if (considered.stream().allMatch(Check::passed)) {
      if (suspect.trend() instanceof Trend.Unbounded rise) {
        considered.add(together(rise, candidates));
      }
      considered.add(
          beside(
              finding,
              "no predecessor of it was dropped, no sibling emptied, and its kind raises no doubt",
              "that nothing but the series excuses it"));
    } else if (suspect.unbounded()) {
      considered.add(
          new Check(
              "second witness",
              suspect.trend().pattern(),
              "objects made in the call that fills it, born all along",
              true));
    }
    return new Explanation(
        run.startId(),
        finding,
        considered,
        subject.points(),
        GrowthStack.ranked(Sites.growths(subject.members()), Integer.MAX_VALUE),
        subject.members(),
        usage.insertions(),
        usage.accesses(),
        usage.counterparts());
  }

  /** Of what piles up without a container. */
  static Explanation of(Run run, SiteSuspect suspect, Finding finding) {
    List<Check> considered = new ArrayList<>(ofSite(run, suspect));
    considered.add(
        beside(finding, "no container of the run explains it", "that no container holds it"));
    Map<List<Frame>, Long> samples = new LinkedHashMap<>();
    for (Pile pile : suspect.piles()) {
      samples.merge(pile.stack(), pile.samples(), Long::sum);
    }
    return new Explanation(
        run.startId(),
        finding,
        considered,
        suspect.points(),
        GrowthStack.ranked(samples, Integer.MAX_VALUE),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static List<Check> ofSite(Run run, SiteSuspect suspect) {
    if (suspect.points().isEmpty()) {
      return List.of(
          new Check(
              "births",
              suspect.trend().pattern(),
              "survivors born all along, in a heap that rises",
              true));
    }
    Curve curve = Curve.of(suspect.points());
    return TrendChecks.of(curve, run.load().beside(curve));
  }

  private static Check together(Trend.Unbounded rise, int candidates) {
    return new Check(
        "among many",
        String.format(
            Locale.ROOT,
            "one of %,d series that were judged, probability %.1e",
            candidates,
            rise.p()),
        String.format(Locale.ROOT, "a share of false discoveries below %.2f", FalseDiscovery.SHARE),
        true);
  }

  private static Check beside(Finding finding, String nothing, String needed) {
    boolean unbounded = finding.verdict() == Verdict.UNBOUNDED;
    String missing = finding.details().evidence().missing();
    return new Check("beside it", unbounded ? nothing : "open: " + missing, needed, unbounded);
  }
}
