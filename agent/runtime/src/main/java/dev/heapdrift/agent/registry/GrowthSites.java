package dev.heapdrift.agent.registry;

import dev.heapdrift.snapshot.ContainerFacts.GrowthSite;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;

/**
 * How often a container grew with each stack: at most {@link #MAX} stacks, the first ones seen; the
 * rest is only in the container's number of growths.
 */
final class GrowthSites {
  /** Stacks counted apart. */
  static final int MAX = 8;

  /** Stack and count in turn. */
  private int[] counts = new int[2];

  private int used;

  /** Counts growths with a stack; stacks below 0 are not known. */
  void add(int stack, int growths) {
    if (stack < 0) {
      return;
    }
    for (int i = 0; i < used; i += 2) {
      if (counts[i] == stack) {
        counts[i + 1] += growths;
        return;
      }
    }
    if (used < 2 * MAX) {
      if (used == counts.length) {
        counts = Arrays.copyOf(counts, 2 * used);
      }
      counts[used] = stack;
      counts[used + 1] = growths;
      used += 2;
    }
  }

  void addAll(GrowthSites others) {
    others.forEach((stack, growths) -> add(stack, growths));
  }

  /** Hands over the stacks counted here. */
  void stacks(IntConsumer each) {
    forEach((stack, growths) -> each.accept(stack));
  }

  /**
   * The counts, most frequent first.
   *
   * @param index turns a stack into its index in the snapshot
   */
  List<GrowthSite> facts(IntUnaryOperator index) {
    List<GrowthSite> sites = new ArrayList<>(used / 2);
    forEach((stack, growths) -> sites.add(new GrowthSite(index.applyAsInt(stack), growths)));
    sites.sort(Comparator.comparingLong(GrowthSite::growths).reversed());
    return sites;
  }

  private void forEach(SiteConsumer each) {
    for (int i = 0; i < used; i += 2) {
      each.accept(counts[i], counts[i + 1]);
    }
  }

  private interface SiteConsumer {
    void accept(int stack, int growths);
  }
}
