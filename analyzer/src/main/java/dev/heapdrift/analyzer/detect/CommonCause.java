package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Container;
import dev.heapdrift.analyzer.finding.Growth;
import dev.heapdrift.snapshot.Frame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Drops what another suspect explains, and names it there: the siblings inside a container that
 * itself grows, and the containers that one method feeds at the same rate.
 */
final class CommonCause {
  /** Rates that differ by less than this part count as the same. */
  private static final double SAME_RATE = 0.2;

  private CommonCause() {}

  static List<Suspect> explain(List<Suspect> suspects) {
    List<Suspect> largestFirst =
        suspects.stream().sorted(Comparator.comparingDouble(Ranking::stake).reversed()).toList();
    List<Suspect> outermost = collapse(largestFirst, CommonCause::isInside);
    return inOrder(outermost, CommonCause::isFedTogether);
  }

  /** Drops what any other suspect explains; the relation is a strict order. */
  private static List<Suspect> collapse(List<Suspect> all, BiPredicate<Suspect, Suspect> explains) {
    List<Suspect> causes =
        all.stream().filter(s -> all.stream().noneMatch(c -> explains.test(c, s))).toList();
    List<Suspect> effects = all.stream().filter(s -> !causes.contains(s)).toList();
    return attach(causes, effects, explains);
  }

  /** Drops what a suspect before it explains. */
  private static List<Suspect> inOrder(List<Suspect> all, BiPredicate<Suspect, Suspect> explains) {
    List<Suspect> causes = new ArrayList<>();
    List<Suspect> effects = new ArrayList<>();
    for (Suspect suspect : all) {
      boolean explained = causes.stream().anyMatch(c -> explains.test(c, suspect));
      (explained ? effects : causes).add(suspect);
    }
    return attach(causes, effects, explains);
  }

  /** Names each effect, and what it had explained itself, under its first cause. */
  private static List<Suspect> attach(
      List<Suspect> causes, List<Suspect> effects, BiPredicate<Suspect, Suspect> explains) {
    List<List<Container>> explained = new ArrayList<>();
    causes.forEach(cause -> explained.add(new ArrayList<>(cause.alongside())));
    for (Suspect effect : effects) {
      for (int i = 0; i < causes.size(); i++) {
        if (explains.test(causes.get(i), effect)) {
          explained.get(i).add(effect.container());
          explained.get(i).addAll(effect.alongside());
          break;
        }
      }
    }
    List<Suspect> result = new ArrayList<>();
    for (int i = 0; i < causes.size(); i++) {
      result.add(causes.get(i).with(explained.get(i)));
    }
    return List.copyOf(result);
  }

  /** Siblings whose number grows with the container that holds them. */
  private static boolean isInside(Suspect outer, Suspect inner) {
    String path = outer.path();
    return outer.unbounded()
        && inner.subject().isGroup()
        && !path.isEmpty()
        && inner.path().startsWith(path)
        && inner.path().length() > path.length()
        && "{[".indexOf(inner.path().charAt(path.length())) >= 0;
  }

  /** Containers that one method fills at the same rate. */
  private static boolean isFedTogether(Suspect a, Suspect b) {
    Frame first = a.sites().insertion();
    Frame second = b.sites().insertion();
    return a.unbounded()
        && b.unbounded()
        && first != null
        && second != null
        && first.method().equals(second.method())
        && sameRate(a.growth(), b.growth());
  }

  private static boolean sameRate(Growth a, Growth b) {
    if (a.entriesPerSecond() == null || b.entriesPerSecond() == null) {
      return false;
    }
    double larger = Math.max(a.entriesPerSecond(), b.entriesPerSecond());
    return Math.abs(a.entriesPerSecond() - b.entriesPerSecond()) <= SAME_RATE * larger;
  }
}
