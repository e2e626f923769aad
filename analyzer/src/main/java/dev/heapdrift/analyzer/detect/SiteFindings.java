package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.series.NamePattern;
import dev.heapdrift.analyzer.series.Run;
import dev.heapdrift.analyzer.site.SiteSuspect;
import dev.heapdrift.analyzer.site.SiteSuspects;
import dev.heapdrift.analyzer.trend.Trend;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Findings from allocation sites: what piles up, and no container explains. */
final class SiteFindings {
  /** The more specific before the more general; the last one takes what no other does. */
  static final List<SiteDetector> IN_ORDER =
      List.of(
          new CleanerDetector(),
          new UncountedDetector(),
          new ExceptionSiteDetector(),
          new LinkedStructureDetector(),
          new ClosureDetector(),
          new AllocationGrowthDetector());

  private SiteFindings() {}

  /**
   * The findings of a run.
   *
   * @param run the run
   * @param judged what its containers do
   * @param instances what should end and stays
   * @param application which classes are the application's
   */
  static List<Found> of(
      Run run, List<Judged> judged, List<InstanceCase> instances, List<NamePattern> application) {
    Explained explained = Explained.by(run, judged, instances);
    HeapRoom room = HeapRoom.of(run);
    List<Found> all = new ArrayList<>();
    boolean open = false;
    for (SiteSuspect suspect : SiteSuspects.of(run, Activity.busyUntil(run))) {
      if (explained.explains(suspect)) {
        continue;
      }
      Finding finding = finding(new SiteCase(suspect, application, room));
      if (specific(finding) || !explained.anyUnbounded()) {
        all.add(found(run, suspect, finding));
      } else if (!open) {
        SiteSuspect doubted = doubted(suspect);
        all.add(found(run, doubted, finding(new SiteCase(doubted, application, room))));
        open = true; // the largest stands for all that the container may hold
      }
    }
    return all;
  }

  private static Found found(Run run, SiteSuspect suspect, Finding finding) {
    return new Found(finding, () -> Explanations.of(run, suspect, finding));
  }

  static Finding finding(SiteCase suspect) {
    return IN_ORDER.stream()
        .map(detector -> detector.detect(suspect))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow();
  }

  /** Whether the kind says what holds the objects: others may be what a container holds. */
  private static boolean specific(Finding finding) {
    return switch (finding.kind()) {
      case CLOSURE_CAPTURE, ALLOCATION_GROWTH -> false;
      default -> true;
    };
  }

  private static SiteSuspect doubted(SiteSuspect suspect) {
    return suspect.with(
        new Trend.Inconclusive(
            suspect.trend().slope(),
            true,
            suspect.trend().pattern(),
            "whether something else that grows holds them; observe again when that is mended"));
  }
}
