package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Container;
import dev.heapdrift.snapshot.Frame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Drops what another suspect explains, and names it there: the siblings inside a container that
 * itself grows, and the containers that one method feeds at the same rate. Both are looked up by
 * name, since a run may have tens of thousands of suspects.
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
    List<Suspect> largestFirst =
        suspects.stream().sorted(Comparator.comparingDouble(Ranking::stake).reversed()).toList();
    return fedTogether(outermost(largestFirst));
  }

  /** Without the siblings whose number grows with the container that holds them. */
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

  /** Index of the outermost container that holds these siblings as elements, or -1. */
  private static int outer(Suspect inner, Map<String, Integer> byPath) {
    String path = inner.subject().isGroup() ? inner.path() : "";
    for (int end = 1; end < path.length(); end++) {
      Integer cause =
          "{[".indexOf(path.charAt(end)) < 0 ? null : byPath.get(path.substring(0, end));
      if (cause != null) {
        return cause;
      }
    }
    return -1;
  }

  /** Without those that the method of a larger one fills at the same rate. */
  private static List<Suspect> fedTogether(List<Suspect> all) {
    Map<String, List<Integer>> byMethod = new HashMap<>();
    int[] causes = new int[all.size()];
    for (int i = 0; i < causes.length; i++) {
      causes[i] = -1;
      Suspect suspect = all.get(i);
      Frame insertion = suspect.sites().insertion();
      if (suspect.unbounded() && insertion != null) {
        List<Integer> before =
            byMethod.computeIfAbsent(insertion.method(), method -> new ArrayList<>());
        causes[i] = sameRate(suspect, before, all);
        if (causes[i] < 0 && before.size() < MAX_COMPARED) {
          before.add(i);
        }
      }
    }
    return attached(all, causes);
  }

  private static int sameRate(Suspect suspect, List<Integer> before, List<Suspect> all) {
    double rate = suspect.trend().slope().perSecond();
    for (int cause : before) {
      double other = all.get(cause).trend().slope().perSecond();
      if (Math.abs(rate - other) <= SAME_RATE * Math.max(rate, other)) {
        return cause;
      }
    }
    return -1;
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
