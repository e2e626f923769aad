package dev.heapdrift.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Uses the JDK's collections for a moment as any program does before it comes to its work, with
 * keys of several classes and with {@code LinkedHashMap} beside {@code HashMap}.
 *
 * <p>Without it the JVM without the agent has advantages that no application has. Its benchmark is
 * the only user of {@code HashMap}, so C2 inlines {@code putVal} into it, whereas with the agent,
 * itself a user, it finds {@code putVal} "already compiled into a big method" (InlineSmallCode).
 * Measured on JDK 17: sixteen puts into a new map took 105 ns without and 165 ns with that other
 * user, hooks or no hooks. The same holds for {@code ArrayList.grow}, hence the many small ones.
 *
 * <p>And C2 lays out {@code getNode} for what its profile has seen, which is filled once: by the
 * benchmark's own keys, present and identical, or by what the flight recorder looks up when it
 * starts. So each branch is taken here, by look-ups of present keys, identical and equal, of absent
 * ones, of {@code null}, and of some whose hashes are the same.
 */
final class Prelude {
  private static final int ROUNDS = 60;
  private static final int ENTRIES = 5000;
  private static final int SMALL_ONES = 400_000;

  private static final List<Map<Object, Object>> MAPS =
      List.of(new HashMap<>(), new LinkedHashMap<>(), new ConcurrentHashMap<>());

  private static final Map<Object, Object> EMPTY = new HashMap<>();
  private static final Map<Object, Object> SMALL = new HashMap<>(Map.of("key", "value"));

  private Prelude() {}

  /**
   * Some hundred milliseconds. Tells how many entries there were, so that nothing is optimised
   * away.
   */
  static long run() {
    long entries = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Map<Object, Object> map = MAPS.get(round % MAPS.size());
      List<Object> list = new ArrayList<>();
      for (int i = 0; i < ENTRIES; i++) {
        entries += used(map, key(i), key(i), key(ENTRIES + i), list);
      }
      entries += map.size() + list.size();
      map.clear();
    }
    for (int i = 0; i < SMALL_ONES; i++) {
      entries += small(i).size();
    }
    return entries;
  }

  private static int used(
      Map<Object, Object> map, Object key, Object equal, Object absent, List<Object> list) {
    map.put(key, key);
    map.put(equal, equal);
    list.add(map.get(key));
    list.add(map.get(equal));
    boolean there = map.containsKey(absent) || EMPTY.containsKey(absent) || SMALL.containsKey(null);
    return there ? 1 : 0;
  }

  /** One of many small lists and maps that live for a moment, of any size up to forty. */
  private static Collection<Object> small(int i) {
    int size = i % 41;
    List<Object> list = new ArrayList<>();
    for (int n = 0; n < size; n++) {
      list.add(n);
    }
    return switch (i % 5) {
      case 0 -> list;
      case 1 -> addedAtOnce(list);
      case 2 -> new HashSet<>(list);
      case 3 -> new LinkedBlockingQueue<>(list);
      default -> new ConcurrentLinkedQueue<>(list);
    };
  }

  private static Collection<Object> addedAtOnce(Collection<Object> entries) {
    List<Object> copy = new ArrayList<>();
    copy.addAll(entries);
    copy.addAll(entries);
    return copy;
  }

  private static Object key(int i) {
    return switch (i % 5) {
      case 0 -> "key" + i;
      case 1 -> i;
      case 2 -> (long) i;
      case 3 -> List.of(i);
      default -> colliding(i);
    };
  }

  /**
   * Four strings share each hash, too few for a tree: only where a bin has become one does C2 take
   * {@code TreeBin.find} into {@code ConcurrentHashMap.get}, or not, by what it compiled before,
   * and then a get of a large map takes 57 or 85 ns.
   */
  private static String colliding(int i) {
    int nth = i / 5;
    return nth / 4 + ((nth & 1) == 0 ? "Aa" : "BB") + ((nth & 2) == 0 ? "Aa" : "BB");
  }
}
