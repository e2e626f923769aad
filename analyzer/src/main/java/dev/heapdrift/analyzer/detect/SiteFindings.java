package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.series.NamePattern;
import dev.heapdrift.analyzer.series.Run;
import dev.heapdrift.analyzer.site.SiteSuspect;
import dev.heapdrift.analyzer.site.SiteSuspects;
import dev.heapdrift.analyzer.trend.Work;
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

  /** Missing where something that grows without bound may hold the objects. */
  private static final String MAYBE_HELD =
      "whether something else that grows holds them; observe again when that is mended";

  private SiteFindings() {}

  /**
   * The findings of a run.
   *
   * @param run the run
   * @param judged what its containers do
   * @param instances what should end and stays
   * @param application which classes are the application's
   * @param known what the catalogue says
   */
  static List<Found> of(
      Run run,
      List<Judged> judged,
      List<InstanceCase> instances,
      List<NamePattern> application,
      KnownGrowth known) {
    Explained explained = Explained.by(run, judged, instances);
    HeapRoom room = HeapRoom.of(run);
    Work work = Work.of(run.work());
    List<Found> all = new ArrayList<>();
    boolean open = false;
    for (SiteSuspect suspect : SiteSuspects.of(run, Activity.busyUntil(run))) {
      if (explained.explains(suspect)) {
        continue;
      }
      Finding finding = finding(new SiteCase(suspect, application, room, work));
      boolean maybeHeld = !specific(finding) && explained.anyUnbounded();
      if (maybeHeld && open) {
        continue; // the largest stands for all that the container may hold
      }
      open |= maybeHeld;
      String doubt = maybeHeld ? MAYBE_HELD : known.excuse(finding);
      SiteSuspect judgedSo =
          doubt == null ? suspect : suspect.with(KnownGrowth.doubted(suspect.trend(), doubt));
      all.add(
          found(run, judgedSo, finding(new SiteCase(judgedSo, application, room, work)), known));
    }
    return all;
  }

  private static Found found(Run run, SiteSuspect suspect, Finding plain, KnownGrowth known) {
    Finding finding = known.noted(plain);
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
}
