package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Container;
import dev.heapdrift.analyzer.finding.Growth;
import dev.heapdrift.snapshot.Frame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
    List<Suspect> causes = new ArrayList<>();
    for (Suspect suspect : largestFirst) {
      if (!isExplained(suspect, largestFirst)) {
        causes.add(suspect.with(explainedBy(suspect, largestFirst)));
      }
    }
    return List.copyOf(causes);
  }

  private static boolean isExplained(Suspect suspect, List<Suspect> all) {
    return all.stream().anyMatch(cause -> explains(cause, suspect, all));
  }

  private static List<Container> explainedBy(Suspect cause, List<Suspect> all) {
    return all.stream()
        .filter(other -> explains(cause, other, all))
        .map(Suspect::container)
        .toList();
  }

  private static boolean explains(Suspect cause, Suspect effect, List<Suspect> all) {
    return cause != effect
        && cause.unbounded()
        && (isInside(cause, effect)
            || effect.unbounded()
                && all.indexOf(cause) < all.indexOf(effect)
                && isFedTogether(cause, effect));
  }

  /** Siblings whose number grows with the container that holds them. */
  private static boolean isInside(Suspect outer, Suspect inner) {
    String path = outer.path();
    return inner.subject().isGroup()
        && !path.isEmpty()
        && inner.path().startsWith(path)
        && inner.path().length() > path.length()
        && "{[".indexOf(inner.path().charAt(path.length())) >= 0;
  }

  private static boolean isFedTogether(Suspect a, Suspect b) {
    Frame first = a.sites().insertion();
    Frame second = b.sites().insertion();
    return first != null
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
