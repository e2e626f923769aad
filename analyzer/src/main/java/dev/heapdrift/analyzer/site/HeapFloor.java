package dev.heapdrift.analyzer.site;

import dev.heapdrift.snapshot.GcFacts;
import java.util.Comparator;
import java.util.List;

/**
 * What old collections left of the heap: what lives long, and garbage that swings. The least of
 * several collections is without the swings.
 *
 * @param old the collections, by time
 */
record HeapFloor(List<GcFacts> old) {
  /** Fewest old collections that tell how the heap has moved. */
  static final int MIN_COLLECTIONS = 3;

  private static final int QUARTERS = 4;

  /** Part of its first slope that the heap must still have at the end. */
  private static final double MIN_LASTING = 0.5;

  /**
   * Part of what piles up that the heap must show at least: how much each sample stands for is
   * known by a factor, and elsewhere the heap may shrink.
   */
  private static final double MIN_SHOWN = 0.1;

  /** Copies the list. */
  HeapFloor {
    old = List.copyOf(old);
  }

  /** Whether it is higher at the end than at the beginning; true when it cannot be told. */
  boolean rises() {
    return old.size() < MIN_COLLECTIONS
        || least(0, MIN_COLLECTIONS).heapAfterBytes()
            < least(MIN_COLLECTIONS - 1, MIN_COLLECTIONS).heapAfterBytes();
  }

  /**
   * Whether it rises to the end, as what piles up evenly makes it; false when it cannot be told. A
   * cache that was filled at first and has been full since piles up nothing.
   *
   * @param bytesPerMilli how fast something piles up; NaN when not known
   */
  boolean risesToTheEnd(double bytesPerMilli) {
    if (old.size() < QUARTERS) {
      return false;
    }
    double first = slope(least(0, QUARTERS), least(1, QUARTERS));
    double last = slope(least(2, QUARTERS), least(3, QUARTERS));
    boolean asMuch = Double.isNaN(bytesPerMilli) || last >= MIN_SHOWN * bytesPerMilli;
    return last > 0 && last >= MIN_LASTING * first && asMuch;
  }

  /** The collection that left least, the earliest of several, in one of so many parts. */
  private GcFacts least(int part, int parts) {
    int each = old.size() / parts;
    boolean last = part == parts - 1;
    int from = last ? old.size() - each : part * each;
    return old.subList(from, from + each).stream()
        .min(Comparator.comparingLong(GcFacts::heapAfterBytes))
        .orElseThrow();
  }

  /** In bytes a ms. */
  private static double slope(GcFacts from, GcFacts to) {
    double millis = Math.max(1, to.uptimeMillis() - from.uptimeMillis());
    return (to.heapAfterBytes() - from.heapAfterBytes()) / millis;
  }
}
