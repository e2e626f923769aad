package dev.heapdrift.agent.registry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Chooses the containers whose owner is worth a search: those that keep growing, those that have
 * outlived a collection, and the newest of many of a kind.
 *
 * <p>The last are what a map that is copied at each insertion looks like before a collection has
 * told its present copy from the former ones: each copy is another container that grew once, with
 * the same stack. A storm of short-lived collections looks the same; so a kind is tried ever more
 * rarely. Belongs to the agent's thread.
 */
final class Ownerless {
  /** Containers of a kind, since its first, from which on they may be copies of each other. */
  private static final int MANY = 3;

  /** Kinds whose last search is remembered. */
  private static final int MAX_KINDS = 512;

  /**
   * The copy that was newest at the last growth may be replaced before a search comes to it, so the
   * first searches of a kind follow each other as fast as they may; then at twice the distance each
   * time.
   */
  private static final int FAST_TRIES = 5;

  private static final long SHORTEST_MILLIS = 500;
  private static final int MAX_DOUBLINGS = 10; // nine minutes

  private final Map<Kind, Tries> kinds = new HashMap<>();

  /** What grew at different times goes before what was filled at one go, as a JVM does at start. */
  private static final Comparator<Entry> URGENCY =
      Comparator.comparing(
          Entry::series,
          Comparator.comparing(Series::keepsGrowing)
              .thenComparingLong(Series::growths)
              .thenComparingLong(Series::capacity)
              .reversed());

  /** Least time between two searches that only what does not keep growing asks for, in ms. */
  private static final long IDLE_MILLIS = 5_000;

  private List<Entry> copies = List.of();
  private long idleDueMillis;

  private record Kind(ContainerType type, int stack) {}

  /**
   * At most {@code limit} containers without a path, the most urgent first; now and then those too
   * of which none is urgent.
   *
   * @param lastChance whether all are due
   */
  List<Entry> choose(EntryIndex index, Now now, int limit, boolean lastChance) {
    List<Entry> chosen = new ArrayList<>();
    Map<Kind, List<Entry>> newcomers = new HashMap<>();
    Set<Kind> followed = new HashSet<>();
    index.forEach(
        e -> {
          if (e.path() != null) {
            e.series().sites().stacks(stack -> followed.add(new Kind(e.type(), stack)));
          } else if (e.dead()) {
            return; // the next sweep takes it
          } else if (e.series().growths() == 1 && now.gcEpoch() <= e.series().noticedEpoch()) {
            e.series()
                .sites()
                .stacks(
                    stack ->
                        newcomers
                            .computeIfAbsent(new Kind(e.type(), stack), k -> new ArrayList<>())
                            .add(e));
          } else if (lastChance || (lasts(e, now) && e.search().due(now))) {
            chosen.add(e);
          }
        });
    chosen.sort(URGENCY);
    newcomers.keySet().removeAll(followed);
    copies = newest(newcomers, now);
    List<Entry> all = new ArrayList<>(copies);
    all.addAll(chosen);
    boolean idle = copies.isEmpty() && !chosen.isEmpty() && !chosen.get(0).series().keepsGrowing();
    if (idle && !lastChance) {
      if (now.uptimeMillis() < idleDueMillis) {
        return List.of();
      }
      idleDueMillis = now.uptimeMillis() + IDLE_MILLIS;
    }
    return all.subList(0, Math.min(limit, all.size()));
  }

  /** What was filled at one go may be dropped at once, and mostly is: the next collection tells. */
  private static boolean lasts(Entry entry, Now now) {
    return entry.series().keepsGrowing() || now.gcEpoch() > entry.series().noticedEpoch();
  }

  /** Whether the entry was chosen last for being the newest of many of its kind. */
  boolean isCopy(Entry entry) {
    return copies.contains(entry);
  }

  private List<Entry> newest(Map<Kind, List<Entry>> newcomers, Now now) {
    if (kinds.size() > MAX_KINDS) {
      kinds.clear();
    }
    List<Entry> newest = new ArrayList<>();
    newcomers.forEach(
        (kind, entries) -> {
          if (kinds.computeIfAbsent(kind, k -> new Tries()).take(entries, now)) {
            entries.stream().max(Comparator.comparingLong(Entry::id)).ifPresent(newest::add);
          }
        });
    return newest;
  }

  private static final class Tries {
    private long lastId;
    private int seen;
    private int tries;
    private long dueMillis;

    /** Whether it is time for another try, which then is taken as done. */
    boolean take(List<Entry> newcomers, Now now) {
      long newestBefore = lastId;
      for (Entry newcomer : newcomers) {
        seen += newcomer.id() > newestBefore ? 1 : 0;
        lastId = Math.max(lastId, newcomer.id());
      }
      if (seen < MANY || now.uptimeMillis() < dueMillis) {
        return false;
      }
      tries++;
      int doublings = Math.min(MAX_DOUBLINGS, Math.max(0, tries - FAST_TRIES));
      dueMillis = now.uptimeMillis() + (SHORTEST_MILLIS << doublings);
      return true;
    }
  }
}
