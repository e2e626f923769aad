package dev.heapdrift.junit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One leak is often allocated at several lines: the order here, its key and the map's node there.
 * What one field holds is one cause, and so is what the JDK makes in step with it.
 */
final class Causes {
  /** Growth that differs by less is in step: a run may be under way when the other is counted. */
  private static final double STEP = 0.02;

  private static final Comparator<Held> TELLING_FIRST =
      Comparator.comparingInt(held -> Held.rank(held.main()));

  private Causes() {}

  /** The causes; of each the line that tells most first. */
  static List<List<Held>> of(List<Held> lines) {
    Map<String, List<Held>> causes = new LinkedHashMap<>();
    List<Held> lonely = new ArrayList<>();
    for (Held held : lines.stream().sorted(TELLING_FIRST).toList()) {
      if (held.owner() == null) {
        lonely.add(held);
      } else {
        String by = held.holder() == null ? held.path() : held.holder();
        causes.computeIfAbsent(by, key -> new ArrayList<>()).add(held);
      }
    }
    for (Held held : lonely) {
      inStep(held, causes).orElseGet(() -> own(held, causes)).add(held);
    }
    return List.copyOf(causes.values());
  }

  private static Optional<List<Held>> inStep(Held held, Map<String, List<Held>> causes) {
    return causes.values().stream()
        .filter(cause -> Held.rank(held.main()) > 0 && inStep(held, cause.get(0)))
        .findFirst();
  }

  private static boolean inStep(Held one, Held other) {
    double added = one.main().added();
    return Math.abs(added - other.main().added()) <= STEP * added;
  }

  private static List<Held> own(Held held, Map<String, List<Held>> causes) {
    List<Held> own = new ArrayList<>();
    causes.put(held.main().site().line().print(), own);
    return own;
  }
}
