package dev.heapdrift.agent.owner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The suspects of one walk: first by class, then by identity hash code, then by identity. */
final class SuspectTable {
  private final Map<Class<?>, OfType> types = new HashMap<>();
  private final Set<Suspect> missing = new HashSet<>();

  SuspectTable(Collection<Suspect> suspects) {
    Map<Class<?>, List<Suspect>> byType = new HashMap<>();
    for (Suspect suspect : suspects) {
      byType.computeIfAbsent(suspect.type(), t -> new ArrayList<>()).add(suspect);
      missing.add(suspect);
    }
    byType.forEach((type, list) -> types.put(type, new OfType(list)));
  }

  /** The suspects of exactly this class, or null. */
  OfType ofType(Class<?> type) {
    return types.get(type);
  }

  boolean allFound() {
    return missing.isEmpty();
  }

  /** Whether the suspect has not been found yet. */
  boolean missing(Suspect suspect) {
    return missing.contains(suspect);
  }

  int missingCount() {
    return missing.size();
  }

  void found(Suspect suspect) {
    missing.remove(suspect);
  }

  /** Whether objects of a class that is usually a leaf are sought. */
  boolean seeks(Class<?> type) {
    return types.containsKey(type);
  }

  /** Suspects of one class. */
  static final class OfType {
    private final int[] hashes;
    private final Suspect[] sorted;

    private OfType(List<Suspect> suspects) {
      sorted = suspects.toArray(Suspect[]::new);
      Arrays.sort(sorted, Comparator.comparingInt(Suspect::hash));
      hashes = Arrays.stream(sorted).mapToInt(Suspect::hash).toArray();
    }

    /** The suspect whose place {@code object} has taken, or null. */
    Suspect succeededBy(Object object) {
      for (Suspect suspect : sorted) {
        if (suspect.successor() != null && suspect.successor().test(object)) {
          return suspect;
        }
      }
      return null;
    }

    /** The suspect that {@code object} is, or null. */
    Suspect find(Object object) {
      int hash = System.identityHashCode(object);
      int at = Arrays.binarySearch(hashes, hash);
      if (at < 0) {
        return null;
      }
      while (at > 0 && hashes[at - 1] == hash) {
        at--;
      }
      for (; at < hashes.length && hashes[at] == hash; at++) {
        if (sorted[at].is(object)) {
          return sorted[at];
        }
      }
      return null;
    }
  }
}
