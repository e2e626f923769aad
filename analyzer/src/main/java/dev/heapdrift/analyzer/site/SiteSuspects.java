package dev.heapdrift.analyzer.site;

import dev.heapdrift.analyzer.series.Run;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All that piles up in a run, by both witnesses. */
public final class SiteSuspects {

  private SiteSuspects() {}

  /**
   * The suspects of a run. Where live objects were traced, their trend goes before the births of
   * samples: what it does not call unbounded is no suspect.
   *
   * @param run the run
   */
  public static List<SiteSuspect> of(Run run) {
    List<SiteSuspect> survivors = SurvivorPiles.of(run);
    if (run.sites().isEmpty()) {
      return survivors;
    }
    List<SiteSuspect> traced = TracePiles.of(run, TracePiles.linkedTypes(run));
    return traced.stream().map(suspect -> witnessed(suspect, survivors)).toList();
  }

  /** With the piles that survivors show near it, of classes that tracing did not show. */
  private static SiteSuspect witnessed(SiteSuspect suspect, List<SiteSuspect> survivors) {
    Set<String> near = new HashSet<>();
    Set<String> types = new HashSet<>();
    for (Pile pile : suspect.piles()) {
      near.addAll(Nearness.methods(pile.stack(), Nearness.REACH));
      types.add(pile.type());
    }
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
