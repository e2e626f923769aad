package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.trend.Trend;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins the containers that one field declaration holds, {@code tenants[*].cache}, into one: the
 * sum where the sum tells, else the member that tells most.
 */
final class Siblings {
  private record Key(String holder, String type) {}

  private Siblings() {}

  static List<Judged> joined(List<Judged> all) {
    Map<Key, Judged> best = new LinkedHashMap<>();
    List<Judged> result = new ArrayList<>();
    for (Judged judged : all) {
      String holder = judged.subject().holder();
      if (holder == null) {
        result.add(judged);
      } else {
        best.merge(new Key(holder, judged.subject().facts().type()), judged, Siblings::better);
      }
    }
    result.addAll(best.values());
    return List.copyOf(result);
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
