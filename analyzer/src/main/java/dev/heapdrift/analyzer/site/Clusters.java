package dev.heapdrift.analyzer.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Joins what shares a method among its first frames: the parts of one object that leaks are
 * allocated on several lines, and are one cause.
 */
final class Clusters {

  private Clusters() {}

  /**
   * The items in groups, in the order of each group's first item; no method is near to two groups.
   *
   * @param <T> what is grouped
   * @param items all
   * @param methods the methods near an item
   */
  static <T> List<List<T>> of(List<T> items, Function<T, Set<String>> methods) {
    int[] parents = new int[items.size()];
    Map<String, Integer> byMethod = new HashMap<>();
    for (int i = 0; i < parents.length; i++) {
      parents[i] = i;
      for (String method : methods.apply(items.get(i))) {
        Integer other = byMethod.putIfAbsent(method, i);
        if (other != null) {
          join(parents, other, i);
        }
      }
    }
    Map<Integer, List<T>> groups = new HashMap<>();
    List<List<T>> ordered = new ArrayList<>();
    for (int i = 0; i < parents.length; i++) {
      List<T> group = groups.get(root(parents, i));
      if (group == null) {
        group = new ArrayList<>();
        groups.put(root(parents, i), group);
        ordered.add(group);
      }
      group.add(items.get(i));
    }
    return ordered;
  }

  /** The smaller root becomes the root of both, so that trees stay shallow and results the same. */
  private static void join(int[] parents, int a, int b) {
    int rootA = root(parents, a);
    int rootB = root(parents, b);
    parents[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
  }

  private static int root(int[] parents, int i) {
    int at = i;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }
}
