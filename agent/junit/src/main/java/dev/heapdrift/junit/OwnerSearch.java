package dev.heapdrift.junit;

import dev.heapdrift.api.Heapdrift;
import dev.heapdrift.api.Trace;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.Owner;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks the agent who holds what has grown; a few times only, for each is a walk of the heap. */
final class OwnerSearch {
  private static final int MOST_WALKS = 6;

  /** What the application has made says most; nodes of the JDK's collections no walk looks at. */
  private static final Comparator<SiteGrowth> TELLING = Comparator.comparingInt(Held::rank);

  private final Map<List<Frame>, Map<String, Long>> before = new HashMap<>();
  private final List<Trace> now;
  private int walks;

  OwnerSearch(List<Census> censuses) {
    for (Trace trace : censuses.get(0).snapshot().traces()) {
      before
          .computeIfAbsent(trace.traceback().frames(), frames -> new HashMap<>())
          .put(trace.facts().type(), trace.facts().live().count());
    }
    now = censuses.get(censuses.size() - 1).snapshot().traces();
  }

  /** The owner of the first of these growths that has one. */
  Held of(List<SiteGrowth> line) {
    List<SiteGrowth> telling = line.stream().sorted(TELLING).toList();
    for (SiteGrowth growth : telling) {
      Trace trace = mostGrown(growth.site());
      Optional<Owner> owner = Held.rank(growth) < Held.NODES ? owner(trace) : Optional.empty();
      if (owner.isPresent()) {
        return new Held(line, growth, trace, owner.get());
      }
    }
    return new Held(line, telling.get(0), mostGrown(telling.get(0).site()), null);
  }

  private Optional<Owner> owner(Trace trace) {
    try {
      return walks++ < MOST_WALKS ? Heapdrift.findOwner(trace) : Optional.empty();
    } catch (IllegalStateException e) {
      return Optional.empty(); // an agent too busy to answer must not hide the leak
    }
  }

  private Trace mostGrown(Site site) {
    return now.stream()
        .filter(trace -> Site.of(trace).equals(site))
        .max(Comparator.comparingLong(this::grown))
        .orElseThrow();
  }

  private long grown(Trace trace) {
    Map<String, Long> types = before.getOrDefault(trace.traceback().frames(), Map.of());
    return trace.facts().live().count() - types.getOrDefault(trace.facts().type(), 0L);
  }
}
