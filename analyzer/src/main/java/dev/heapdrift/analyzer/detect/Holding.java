package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.site.Nearness;
import dev.heapdrift.analyzer.site.Pile;
import dev.heapdrift.analyzer.trend.Slope;
import dev.heapdrift.snapshot.ContainerFacts.ElementShare;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/** Whether what should end stays because of something else that grows. */
final class Holding {
  /** Share of a container's sampled elements that must be of the class; a few may be null. */
  private static final double MOST = 0.5;

  /** Rates that differ by less than this part count as the same. */
  private static final double SAME_RATE = 0.2;

  private Holding() {}

  /**
   * Whether a container without bound holds the instances: they are its elements, its path leads to
   * them, or the code that makes them fills it at the same rate.
   */
  static boolean holds(Suspect container, InstanceCase instances) {
    return container.unbounded()
        && (keeps(container, instances) || isFilledWith(container, instances));
  }

  /** Whether a container that grows, with or without bound, is known to have them in it. */
  static boolean keeps(Suspect container, InstanceCase instances) {
    return hasAsElements(container, instances) || leadsTo(container, instances);
  }

  /** Whether two kinds of instances are made together, one of each at a time. */
  static boolean together(InstanceCase one, InstanceCase other) {
    Slope a = one.trend().slope();
    Slope b = other.trend().slope();
    return (a == null || b == null || sameRate(a, b)) && meet(near(one), near(other));
  }

  private static boolean hasAsElements(Suspect container, InstanceCase instances) {
    return container.facts().elements().stream()
            .filter(element -> element.type().equals(instances.type()))
            .mapToDouble(ElementShare::share)
            .sum()
        >= MOST;
  }

  private static boolean leadsTo(Suspect container, InstanceCase instances) {
    String path = instances.suspect().owner() == null ? "" : instances.suspect().owner().path();
    int end = container.path().length();
    return end > 0
        && path.length() > end
        && path.startsWith(container.path())
        && "{[".indexOf(path.charAt(end)) >= 0;
  }

  /**
   * What no collection has tested may be made beside what is kept, and dropped. Where some were
   * lost sight of, a lower rate is what is to be expected.
   */
  private static boolean isFilledWith(Suspect container, InstanceCase instances) {
    if (!instances.unbounded()) {
      return false;
    }
    Slope filled = container.trend().slope();
    Slope made = instances.trend().slope();
    boolean lower = instances.undercounted() && made.perSecond() < filled.perSecond();
    return (lower || sameRate(filled, made))
        && meet(Nearness.methods(container.sites().callers(), Nearness.REACH), near(instances));
  }

  private static boolean sameRate(Slope a, Slope b) {
    double larger = Math.max(a.perSecond(), b.perSecond());
    return Math.abs(a.perSecond() - b.perSecond()) <= SAME_RATE * larger;
  }

  private static boolean meet(Set<String> some, Set<String> others) {
    return !Collections.disjoint(some, others);
  }

  private static Set<String> near(InstanceCase instances) {
    Set<String> near = new HashSet<>();
    for (Pile pile : instances.suspect().piles()) {
      near.addAll(Nearness.methods(pile.stack(), Nearness.REACH));
    }
    return near;
  }
}
