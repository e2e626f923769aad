package dev.heapdrift.snapshot;

import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * Sizes over time as an immutable list that makes its points when asked: a run has tens of millions
 * of them, of which all but the latest are known from the snapshot before and never looked at.
 */
public final class SizePoints extends AbstractList<SizePoint> implements RandomAccess {
  private final long[] uptimesAndSizes;

  private SizePoints(long[] uptimesAndSizes) {
    this.uptimesAndSizes = uptimesAndSizes;
  }

  /**
   * A list of these points.
   *
   * @param uptimesAndSizes in turns; the array belongs to the list from now on
   */
  public static List<SizePoint> of(long[] uptimesAndSizes) {
    return new SizePoints(uptimesAndSizes);
  }

  /** An unmodifiable list of the points: the same if it is one already. */
  static List<SizePoint> copyOf(List<SizePoint> points) {
    return points instanceof SizePoints ? points : List.copyOf(points);
  }

  @Override
  public SizePoint get(int index) {
    return new SizePoint(uptimesAndSizes[2 * index], uptimesAndSizes[2 * index + 1]);
  }

  @Override
  public int size() {
    return uptimesAndSizes.length / 2;
  }
}
