package dev.heapdrift.junit;

import dev.heapdrift.snapshot.Drop;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Objects that the agent had no room to trace: what seems clean may not be. */
final class Drops {
  private static final Set<String> OF_TRACING =
      Set.of("max-live", "max-traces", "allocation-failures", "allocation-sites");

  private Drops() {}

  /** One line that says so, when something was lost between two counts. */
  static Optional<String> between(Census first, Census last) {
    Map<String, Long> before = new HashMap<>();
    for (Drop drop : first.snapshot().contents().drops()) {
      before.put(drop.bound(), drop.count());
    }
    return last.snapshot().contents().drops().stream()
        .filter(drop -> OF_TRACING.contains(drop.bound()))
        .filter(drop -> drop.count() > before.getOrDefault(drop.bound(), 0L))
        .findFirst()
        .map(
            drop ->
                (drop.count() - before.getOrDefault(drop.bound(), 0L))
                    + " objects found no room in the agent: its bound is "
                    + drop.bound());
  }
}
