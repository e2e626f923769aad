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
    for (int i = 0; i < largestFirst.size(); i++) {
      if (causeOf(i, largestFirst) < 0) {
        causes.add(largestFirst.get(i).with(explainedBy(i, largestFirst)));
      }
    }
    return List.copyOf(causes);
  }

  /** Index of the largest suspect that explains this one, or -1. */
  private static int causeOf(int effect, List<Suspect> all) {
    for (int cause = 0; cause < all.size(); cause++) {
      if (explains(cause, effect, all)) {
        return cause;
      }
    }
    return -1;
  }

  private static List<Container> explainedBy(int cause, List<Suspect> all) {
    List<Container> explained = new ArrayList<>();
    for (int effect = 0; effect < all.size(); effect++) {
      if (causeOf(effect, all) == cause) {
        explained.add(all.get(effect).container());
      }
    }
    return explained;
  }

  private static boolean explains(int cause, int effect, List<Suspect> all) {
    Suspect a = all.get(cause);
    Suspect b = all.get(effect);
    if (cause == effect || !a.unbounded()) {
      return false;
    }
    return isInside(a, b) || (b.unbounded() && cause < effect && isFedTogether(a, b));
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
