package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.trend.Trend;
import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins the containers that one field declaration holds, {@code tenants[*].cache}, into one: the
 * sum where the sum tells, else the member that tells most.
 */
final class Siblings {
  /** What may be left of a container's largest size when it counts as emptied. */
  private static final double LEFT = 0.5;

  private record Key(String holder, String type) {}

  private Siblings() {}

  static List<Judged> joined(List<Judged> all) {
    Map<Key, Judged> best = new LinkedHashMap<>();
    Map<Key, List<Subject>> emptied = new HashMap<>();
    List<Judged> result = new ArrayList<>();
    for (Judged judged : all) {
      String holder = judged.subject().holder();
      if (holder == null) {
        result.add(judged);
      } else {
        Key key = new Key(holder, judged.subject().facts().type());
        best.merge(key, judged, Siblings::better);
        if (wasEmptied(judged.subject())) {
          emptied.computeIfAbsent(key, k -> new ArrayList<>()).add(judged.subject());
        }
      }
    }
    best.forEach(
        (key, judged) -> {
          List<Subject> others = emptied.getOrDefault(key, List.of());
          boolean doubt = others.stream().anyMatch(other -> !other.equals(judged.subject()));
          result.add(doubt ? doubted(judged) : judged);
        });
    return List.copyOf(result);
  }

  private static Judged doubted(Judged judged) {
    if (judged.subject().isGroup() || !(judged.trend() instanceof Trend.Unbounded rise)) {
      return judged;
    }
    return new Judged(
        judged.subject(),
        new Trend.Inconclusive(
            rise.slope(),
            false,
            rise.pattern(),
            "whether it is emptied as other containers of the same field were; observe for"
                + " longer"));
  }

  /**
   * Whether a single container has lost most of what it held. The last reading does not count: it
   * may be of the exit, where an application clears what it never clears while it runs.
   */
  private static boolean wasEmptied(Subject subject) {
    List<SizePoint> points = subject.points();
    long high = 0;
    for (SizePoint point : points.subList(0, Math.max(0, points.size() - 1))) {
      if (!subject.isGroup() && point.size() < high * LEFT) {
        return true;
      }
      high = Math.max(high, point.size());
    }
    return false;
  }

  private static Judged better(Judged a, Judged b) {
    int weightA = weight(a);
    int weightB = weight(b);
    if (weightA != weightB) {
      return weightA > weightB ? a : b;
    }
    return size(b) > size(a) ? b : a;
  }

  /** What tells most: unbounded before all, and of equals the sum. */
  private static int weight(Judged judged) {
    int verdict = 0;
    if (judged.trend() instanceof Trend.Unbounded) {
      verdict = 4;
    } else if (judged.trend() instanceof Trend.Inconclusive open) {
      verdict = open.growing() ? 3 : 2;
    } else if (!(judged.trend() instanceof Trend.Steady)) {
      verdict = 1;
    }
    return 2 * verdict + (judged.subject().isGroup() ? 1 : 0);
  }

  private static long size(Judged judged) {
    return judged.subject().members().get(0).size();
  }
}
