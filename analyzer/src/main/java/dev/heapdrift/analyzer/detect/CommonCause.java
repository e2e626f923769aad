package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Container;
import dev.heapdrift.analyzer.trend.Trend;
import dev.heapdrift.snapshot.ContainerFacts.Structure;
import dev.heapdrift.snapshot.Frame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Drops what another suspect explains, and names it there: the containers inside one that itself
 * grows, unless they are leaks of their own; and the containers that one method feeds at the same
 * rate, or that one place holds. Both are looked up by name, since a run may have tens of thousands
 * of suspects.
 */
final class CommonCause {
  /** Rates that differ by less than this part count as the same. */
  private static final double SAME_RATE = 0.2;

  /**
   * Containers fed by one method that are compared by rate; a generic helper may feed thousands.
   */
  private static final int MAX_COMPARED = 100;

  private CommonCause() {}

  static List<Suspect> explain(List<Suspect> suspects) {
    List<Suspect> leaksFirst =
        suspects.stream()
            .sorted(
                Comparator.comparing(Suspect::unbounded)
                    .thenComparingDouble(Ranking::stake)
                    .reversed())
            .toList();
    return fedTogether(outermost(leaksFirst));
  }

  /** Without what is inside a container that grows, and is not known to grow by itself. */
  private static List<Suspect> outermost(List<Suspect> all) {
    Map<String, Integer> byPath = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).unbounded() && !all.get(i).path().isEmpty()) {
        byPath.putIfAbsent(all.get(i).path(), i);
      }
    }
    int[] causes = new int[all.size()];
    for (int i = 0; i < causes.length; i++) {
      causes[i] = outer(all.get(i), byPath);
    }
    return attached(all, causes);
  }

  /** Index of the outermost container that holds this one, or these siblings, or -1. */
  private static int outer(Suspect inner, Map<String, Integer> byPath) {
    boolean part = inner.subject().isGroup() || inner.trend() instanceof Trend.Inconclusive;
    String path = part ? inner.path() : "";
    for (int end = 1; end < path.length(); end++) {
      Integer cause =
          "{[".indexOf(path.charAt(end)) < 0 ? null : byPath.get(path.substring(0, end));
      if (cause != null) {
        return cause;
      }
    }
    return -1;
  }

  /** Without those that the method of a larger leak fills too, for the same cause. */
  private static List<Suspect> fedTogether(List<Suspect> all) {
    Map<String, List<Integer>> byMethod = new HashMap<>();
    int[] causes = new int[all.size()];
    for (int i = 0; i < causes.length; i++) {
      causes[i] = -1;
      Suspect suspect = all.get(i);
      Frame insertion = suspect.sites().insertion();
      if (insertion != null) {
        List<Integer> before =
            byMethod.computeIfAbsent(insertion.method(), method -> new ArrayList<>());
        causes[i] = sameCause(suspect, before, all);
        if (suspect.unbounded() && causes[i] < 0 && before.size() < MAX_COMPARED) {
          before.add(i);
        }
      }
    }
    return attached(all, causes);
  }

  private static int sameCause(Suspect suspect, List<Integer> before, List<Suspect> all) {
    for (int cause : before) {
      if (samePlace(suspect, all.get(cause)) || sameRate(suspect, all.get(cause))) {
        return cause;
      }
    }
    return -1;
  }

  /** The thread-locals of a pool's threads, or the lists in one map: no field tells them apart. */
  private static boolean samePlace(Suspect a, Suspect b) {
    return a.facts().type().equals(b.facts().type())
        && !a.path().isEmpty()
        && (a.path().equals(b.path()) || a.facts().structure() == Structure.THREAD_LOCALS);
  }

  private static boolean sameRate(Suspect a, Suspect b) {
    if (!a.unbounded()) {
      return false;
    }
    double rateA = a.trend().slope().perSecond();
    double rateB = b.trend().slope().perSecond();
    return Math.abs(rateA - rateB) <= SAME_RATE * Math.max(rateA, rateB);
  }

  /** Names each effect, and what it had explained itself, under its cause; a cause has none. */
  private static List<Suspect> attached(List<Suspect> all, int[] causes) {
    Map<Integer, List<Container>> explained = new HashMap<>();
    for (int i = 0; i < causes.length; i++) {
      if (causes[i] >= 0) {
        List<Container> of = explained.computeIfAbsent(causes[i], cause -> new ArrayList<>());
        of.add(all.get(i).container());
        of.addAll(all.get(i).alongside());
      }
    }
    List<Suspect> result = new ArrayList<>();
    for (int i = 0; i < causes.length; i++) {
      if (causes[i] < 0) {
        List<Container> alongside = new ArrayList<>(all.get(i).alongside());
        alongside.addAll(explained.getOrDefault(i, List.of()));
        result.add(all.get(i).with(alongside));
      }
    }
    return List.copyOf(result);
  }
}
