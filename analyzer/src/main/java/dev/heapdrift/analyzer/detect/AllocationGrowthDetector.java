package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Kind;
import dev.heapdrift.analyzer.site.Pile;
import dev.heapdrift.snapshot.Frame;
import java.util.List;
import java.util.Optional;

/** Objects that pile up and of which nothing is known but their site; the last of the detectors. */
final class AllocationGrowthDetector implements Detector<SiteCase> {

  @Override
  public Optional<Finding> detect(SiteCase suspect) {
    List<Pile> largest = suspect.suspect().piles().subList(0, 1);
    Frame site = SiteCase.site(largest);
    String type = largest.get(0).type();
    return Optional.of(
        suspect.finding(
            Kind.ALLOCATION_GROWTH,
            type,
            largest,
            Wording.simple(type) + " allocated at " + site.print() + " piles up",
            "Find out who keeps what "
                + site.print()
                + " allocates; no collection was seen to. A heap dump shows the path to it."));
  }
}
