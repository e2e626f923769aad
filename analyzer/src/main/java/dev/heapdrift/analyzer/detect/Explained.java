package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.series.ContainerSeries;
import dev.heapdrift.analyzer.series.Run;
import dev.heapdrift.analyzer.site.Nearness;
import dev.heapdrift.analyzer.site.Pile;
import dev.heapdrift.analyzer.site.SiteSuspect;
import dev.heapdrift.analyzer.trend.Trend;
import dev.heapdrift.snapshot.ContainerFacts.ElementShare;
import dev.heapdrift.snapshot.ContainerFacts.GrowthSite;
import dev.heapdrift.snapshot.ContainerFacts.InsertionSite;
import dev.heapdrift.snapshot.ContainerFacts.Structure;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.stats.AppFrames;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What containers explain, and what should end and stays: objects that are put into a container
 * have been judged with it, whatever the verdict, and are no second finding. A container explains
 * what is allocated near the code that fills it, and its elements; one that grows without bound,
 * whatever shares a method with that code; one that does not change, only what its filling method
 * allocates itself. Each explains what is allocated while it is being filled: inside the call that
 * fills it, as by the function that {@code computeIfAbsent} asks.
 */
final class Explained {
  /** Part of the samples that must be explained for the whole to be. */
  private static final double PART = 0.3;

  private static final int WHOLE_STACK = Integer.MAX_VALUE;

  private final Set<String> leaking = new HashSet<>();
  private final Set<String> changing = new HashSet<>();
  private final Set<String> constant = new HashSet<>();
  private final Set<String> elements = new HashSet<>();
  private final Set<Filling> fillings = new HashSet<>();
  private boolean anyUnbounded;

  private Explained() {}

  /**
   * A call that fills a container.
   *
   * @param container class of the method called
   * @param by the application's method that calls it
   */
  private record Filling(String container, String by) {}

  static Explained by(Run run, List<Judged> judged, List<InstanceCase> instances) {
    Explained explained = new Explained();
    instances.stream().filter(InstanceCase::unbounded).forEach(explained::add);
    Set<Long> known = new HashSet<>();
    for (Judged each : judged) {
      if (!(each.trend() instanceof Trend.Steady) && !isOpenChain(each)) {
        explained.anyUnbounded |= each.unbounded();
        for (ContainerSeries member : each.subject().members()) {
          known.add(member.last().id());
          int reach = each.unbounded() ? WHOLE_STACK : Nearness.REACH;
          fillers(member, reach, each.unbounded() ? explained.leaking : explained.changing);
          member.last().elements().stream()
              .map(ElementShare::type)
              .filter(AppFrames::isApplication)
              .forEach(explained.elements::add);
        }
      }
    }
    for (ContainerSeries series : run.series()) {
      if (series.inLastSnapshot() && !known.contains(series.last().id())) {
        fillers(series, 1, explained.constant);
      }
      if (series.inLastSnapshot()) {
        explained.addFillings(series);
      }
    }
    return explained;
  }

  /** What piles up may tell more of a chain than a count that began late. */
  private static boolean isOpenChain(Judged each) {
    return each.subject().facts().structure() == Structure.NODES
        && each.trend() instanceof Trend.Inconclusive;
  }

  private void addFillings(ContainerSeries series) {
    for (GrowthSite site : series.last().growthSites()) {
      List<Frame> stack = series.stacks().get(site.stack());
      for (int i = 1; i < stack.size(); i++) {
        if (AppFrames.isApplication(stack.get(i).className())) {
          fillings.add(new Filling(stack.get(i - 1).className(), stack.get(i).method()));
          break;
        }
      }
    }
  }

  /** What should end and stays keeps what is made with it. */
  private void add(InstanceCase instances) {
    anyUnbounded = true;
    for (Pile pile : instances.suspect().piles()) {
      elements.add(pile.type());
      changing.addAll(Nearness.methods(pile.stack(), Nearness.REACH));
    }
  }

  /** Whether something else of the run grows without bound. */
  boolean anyUnbounded() {
    return anyUnbounded;
  }

  boolean explains(SiteSuspect suspect) {
    long all = 0;
    long explained = 0;
    for (Pile pile : suspect.piles()) {
      all += pile.samples();
      explained += explains(pile) ? pile.samples() : 0;
    }
    return explained >= PART * all;
  }

  private boolean explains(Pile pile) {
    return elements.contains(pile.type())
        || meets(pile, WHOLE_STACK, leaking)
        || meets(pile, Nearness.REACH, changing)
        || meets(pile, 1, constant)
        || isMadeWhileFilling(pile.stack());
  }

  private boolean isMadeWhileFilling(List<Frame> stack) {
    for (int i = 1; i < stack.size(); i++) {
      if (fillings.contains(new Filling(stack.get(i - 1).className(), stack.get(i).method()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean meets(Pile pile, int reach, Set<String> fillers) {
    return Nearness.methods(pile.stack(), reach).stream().anyMatch(fillers::contains);
  }

  /** The application's methods by which a container is filled. */
  private static void fillers(ContainerSeries series, int reach, Set<String> methods) {
    for (GrowthSite site : series.last().growthSites()) {
      methods.addAll(Nearness.methods(series.stacks().get(site.stack()), reach));
    }
    for (InsertionSite site : series.last().insertions()) {
      methods.addAll(Nearness.methods(List.of(site.site()), reach));
    }
  }
}
