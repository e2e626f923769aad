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
    String type = largest.get(0).type();
    Frame site = SiteCase.site(largest);
    Frame maker = SiteCase.maker(largest);
    String remedy =
        "Find out who keeps what "
            + maker.print()
            + (maker.equals(site) ? " allocates" : " makes")
            + "; no collection was seen to. A heap dump shows the path to it.";
    return Optional.of(
        new Finding.Plain(
            Kind.ALLOCATION_GROWTH,
            suspect.details(
                Kind.ALLOCATION_GROWTH, type, largest, maker, title(type, site, maker), remedy)));
  }

  private static String title(String type, Frame site, Frame maker) {
    String what = Wording.simple(type) + " allocated at " + site.print();
    return maker.equals(site)
        ? what + " piles up"
        : what
            + ", by "
            + Wording.simple(site.className())
            + " made at "
            + maker.print()
            + ", piles up";
  }
}
