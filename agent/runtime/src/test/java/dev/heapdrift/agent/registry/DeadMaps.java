package dev.heapdrift.agent.registry;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Fifty maps in the old generation, let go of on command, beside a heap that takes long to mark.
 * Prints how many are left after each of a few collections, until none are, and as a control how
 * many of fifty others that a thread of its own keeps asking for with {@code get}.
 */
final class DeadMaps {
  static final int MAPS = 50;
  static final int ENTRIES = 5_000;

  /**
   * One for each of the two readings after the last growth, which may fall into a cycle each and
   * keep a map for that long; one that was under way when it was asked for; and one that collects.
   */
  private static final int MOST_COLLECTIONS = 4;

  /** Fewer say nothing of those that are asked for: one reading does that. */
  private static final int LEAST_COLLECTIONS = 2;

  /** A list this long is marked node by node. */
  private static final int NODES = 6_000_000;

  private static List<Map<Object, Object>> watched = new ArrayList<>();
  private static List<Object> asked = new ArrayList<>();
  private static Node slow;

  private DeadMaps() {}

  private record Node(Node next) {}

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < NODES; i++) {
      slow = new Node(slow);
    }
    for (int i = 0; i < MAPS; i++) {
      watched.add(filled());
      asked.add(new Object[100]);
      LockSupport.parkNanos(60_000_000); // the door captures so many growths a second
    }
    // Before they grow old: a weak reference in a survivor region of G1 is a strong one to its
    // marker.
    List<WeakReference<Object>> watchedRefs = references(watched);
    List<WeakReference<Object>> askedRefs = references(asked);
    System.gc();
    System.gc();
    System.out.println("filled");
    int command = System.in.read();
    Thread asker = new Thread(() -> askFor(askedRefs), "asker");
    asker.setDaemon(true);
    asker.start();
    watched = null;
    asked = null;
    List<Long> left = new ArrayList<>();
    do {
      System.gc();
      left.add(alive(watchedRefs));
    } while (left.size() < LEAST_COLLECTIONS
        || (left.get(left.size() - 1) > 0 && left.size() < MOST_COLLECTIONS));
    System.out.println("alive: " + left + " of those asked for: " + alive(askedRefs));
    System.out.println(slow.next() != null && command >= 0 ? "end" : "");
  }

  private static Map<Object, Object> filled() {
    Map<Object, Object> map = new HashMap<>();
    for (int i = 0; i < ENTRIES; i++) {
      map.put(i, map);
    }
    return map;
  }

  private static List<WeakReference<Object>> references(List<?> objects) {
    List<WeakReference<Object>> references = new ArrayList<>();
    for (Object object : objects) {
      references.add(new WeakReference<>(object));
    }
    return references;
  }

  private static long alive(List<WeakReference<Object>> references) {
    return references.stream().filter(reference -> !reference.refersTo(null)).count();
  }

  private static void askFor(List<WeakReference<Object>> references) {
    long found = 0;
    while (true) {
      for (WeakReference<Object> reference : references) {
        found += reference.get() == null ? 0 : 1;
      }
      if (found == Long.MIN_VALUE) {
        return;
      }
    }
  }
}
