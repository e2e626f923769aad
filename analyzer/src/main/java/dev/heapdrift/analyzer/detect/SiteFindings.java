package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.series.Run;
import java.util.ArrayList;
import java.util.List;

/** Findings from allocation sites: what piles up, and no container explains. */
final class SiteFindings {
  /** The more specific before the more general; the last one takes what no other does. */
  static final List<Detector<SiteCase>> IN_ORDER =
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
   * @param piles what piles up and nothing explains
   * @param besideLeak whether something else of the run grows without bound
   * @param known what the catalogue says
   */
  static List<Found> of(Run run, List<SiteCase> piles, boolean besideLeak, KnownGrowth known) {
    List<Found> all = new ArrayList<>();
    boolean open = false;
    for (SiteCase alone : piles) {
      Finding finding = finding(alone);
      boolean maybeHeld = besideLeak && isGeneral(finding);
      if (maybeHeld && open) {
        continue; // the largest stands for all that the container may hold
      }
      open |= maybeHeld;
      String doubt = maybeHeld ? MAYBE_HELD : known.excuse(finding);
      all.add(found(run, doubt == null ? alone : alone.doubted(doubt), known));
    }
    return all;
  }

  private static Found found(Run run, SiteCase judged, KnownGrowth known) {
    Finding finding = known.noted(finding(judged));
    return new Found(finding, () -> Explanations.of(run, judged.suspect(), finding));
  }

  static Finding finding(SiteCase suspect) {
    return Detector.first(IN_ORDER, suspect);
  }

  /** Whether the kind does not say what holds the objects: they may be what a container holds. */
  static boolean isGeneral(Finding finding) {
    return switch (finding.kind()) {
      case CLOSURE_CAPTURE, ALLOCATION_GROWTH -> true;
      default -> false;
    };
  }
}
