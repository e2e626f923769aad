package dev.heapdrift.analyzer.site;

import dev.heapdrift.analyzer.series.Run;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** All that piles up in a run, by both witnesses. */
public final class SiteSuspects {

  private SiteSuspects() {}

  /**
   * The suspects of a run. Where live objects were traced, their trend goes before the births of
   * samples: what it does not call unbounded is no suspect, unless a rough estimate leaves that
   * open.
   *
   * @param run the run
   */
  public static List<SiteSuspect> of(Run run) {
    List<SiteSuspect> survivors = SurvivorPiles.of(run);
    if (run.sites().isEmpty()) {
      return survivors;
    }
    TracePiles traced = TracePiles.of(run, TracePiles.linkedTypes(run));
    List<SiteSuspect> suspects = new ArrayList<>();
    traced.unbounded().forEach(suspect -> suspects.add(witnessed(suspect, survivors)));
    Set<String> told = near(traced.unbounded());
    for (SiteSuspect pile : survivors) {
      Set<String> near = near(List.of(pile));
      if (!Collections.disjoint(near, traced.undecided()) && Collections.disjoint(near, told)) {
        suspects.add(pile);
      }
    }
    return suspects;
  }

  private static Set<String> near(List<SiteSuspect> suspects) {
    return suspects.stream()
        .flatMap(suspect -> suspect.piles().stream())
        .flatMap(pile -> Nearness.methods(pile.stack(), Nearness.REACH).stream())
        .collect(Collectors.toSet());
  }

  /** With the piles that survivors show near it, of classes that tracing did not show. */
  private static SiteSuspect witnessed(SiteSuspect suspect, List<SiteSuspect> survivors) {
    Set<String> near = near(List.of(suspect));
    Set<String> types = suspect.piles().stream().map(Pile::type).collect(Collectors.toSet());
    List<Pile> piles = new ArrayList<>(suspect.piles());
    for (SiteSuspect other : survivors) {
      for (Pile pile : other.piles()) {
        boolean shares =
            Nearness.methods(pile.stack(), Nearness.REACH).stream().anyMatch(near::contains);
        if (shares && types.add(pile.type())) {
          piles.add(pile);
        }
      }
    }
    return new SiteSuspect(
        piles, suspect.trend(), suspect.objects(), suspect.bytesPerObject(), suspect.points());
  }
}
