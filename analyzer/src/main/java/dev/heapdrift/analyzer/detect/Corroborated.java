package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.site.Nearness;
import dev.heapdrift.analyzer.site.Pile;
import dev.heapdrift.analyzer.site.SiteSuspect;
import dev.heapdrift.analyzer.trend.Trend;
import dev.heapdrift.snapshot.ContainerFacts.GrowthSite;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Two witnesses of one leak: a container that rises, but perhaps less and less, and objects that
 * pile up all along and are made in the call that fills it. Sizes are counted and births sampled,
 * so only births that do not bend at all decide: then it is the container that leaks, for it says
 * who holds them and which line puts them in. Others are explained by it, and it stays open.
 *
 * @param containers all of them; those that a second witness speaks against, with his verdict
 * @param others what piles up beside them
 */
record Corroborated(List<Suspect> containers, List<SiteCase> others) {
  /** Part of the samples that must be made in the call. */
  private static final double MOST = 0.5;

  /** Level of the test that births are too late for something that fills up slowly. */
  private static final double ALPHA = 0.05;

  /**
   * Compares.
   *
   * @param containers the containers that are findings
   * @param piles what piles up and no container explains
   * @param suspect a container as it is judged, or less where it is known to end
   */
  static Corroborated of(
      List<Suspect> containers, List<SiteCase> piles, Function<Judged, Suspect> suspect) {
    List<Suspect> all = new ArrayList<>(containers);
    List<SiteCase> others = new ArrayList<>();
    for (SiteCase pile : piles) {
      // A chain of nodes or what a Cleaner keeps holds itself, whoever is filled beside it.
      int filled = SiteFindings.isGeneral(SiteFindings.finding(pile)) ? filled(all, pile) : -1;
      if (filled < 0) {
        others.add(pile);
      } else if (pile.suspect().trend().p() <= ALPHA) {
        Suspect open = all.get(filled);
        Trend trend =
            DeclaredLimit.doubt(open.subject(), together(open.trend(), pile.suspect().trend()));
        all.set(filled, suspect.apply(new Judged(open.subject(), trend)).with(open.alongside()));
      }
    }
    return new Corroborated(List.copyOf(all), List.copyOf(others));
  }

  boolean anyUnbounded() {
    return containers.stream().anyMatch(Suspect::unbounded);
  }

  /** The first of the containers that are open and filled as the pile is made, or -1. */
  private static int filled(List<Suspect> containers, SiteCase pile) {
    if (pile.suspect().trend() instanceof Trend.Unbounded) {
      for (int i = 0; i < containers.size(); i++) {
        boolean open = containers.get(i).trend() instanceof Trend.Inconclusive rise && rise.bends();
        if (open && isMadeBy(containers.get(i), pile.suspect())) {
          return i;
        }
      }
    }
    return -1;
  }

  private static boolean isMadeBy(Suspect container, SiteSuspect suspect) {
    long all = 0;
    long made = 0;
    for (Pile pile : suspect.piles()) {
      all += pile.samples();
      made += isMadeBy(container, pile) ? pile.samples() : 0;
    }
    return made >= MOST * all;
  }

  private static boolean isMadeBy(Suspect container, Pile pile) {
    return container.subject().members().stream()
        .anyMatch(
            member ->
                member.last().growthSites().stream()
                    .map(GrowthSite::stack)
                    .anyMatch(
                        stack -> Nearness.sameCall(member.stacks().get(stack), pile.stack())));
  }

  private static Trend together(Trend open, Trend pile) {
    Trend.Unbounded births = (Trend.Unbounded) pile;
    String pattern = open.pattern() + "; of what is made as it is filled, " + births.pattern();
    return new Trend.Unbounded(open.slope(), births.p(), births.confidence(), pattern);
  }
}
