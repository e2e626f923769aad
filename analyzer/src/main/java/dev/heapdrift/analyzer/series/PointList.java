package dev.heapdrift.analyzer.series;

import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * Sizes by strictly increasing uptime in two arrays: a tenth of what a list of records takes. When
 * full, every second point is given up, so that the points left still cover the whole time.
 */
final class PointList {
  /** Points kept of a series. */
  static final int MAX_POINTS = 512;

  private long[] uptimes = new long[4];
  private long[] sizes = new long[4];
  private int count;

  long lastUptime() {
    return count == 0 ? Long.MIN_VALUE : uptimes[count - 1];
  }

  /** Adds a point; one that is not later than the last replaces it when at the same time. */
  void add(long uptime, long size) {
    if (uptime < lastUptime()) {
      return;
    }
    if (count > 0 && uptime == uptimes[count - 1]) {
      sizes[count - 1] = size;
      return;
    }
    if (count == MAX_POINTS) {
      thin();
    }
    if (count == uptimes.length) {
      uptimes = Arrays.copyOf(uptimes, count * 2);
      sizes = Arrays.copyOf(sizes, count * 2);
    }
    uptimes[count] = uptime;
    sizes[count] = size;
    count++;
  }

  /** Adds what of a history is later than the last point: nearly all of it is known already. */
  void addNewer(List<SizePoint> history) {
    int first = history.size();
    while (first > 0 && history.get(first - 1).uptimeMillis() > lastUptime()) {
      first--;
    }
    for (SizePoint point : history.subList(first, history.size())) {
      add(point.uptimeMillis(), point.size());
    }
  }

  /** As many points at the same times, all of one size. */
  PointList withAll(long size) {
    PointList other = new PointList();
    other.uptimes = uptimes.clone();
    other.sizes = new long[sizes.length];
    Arrays.fill(other.sizes, size);
    other.count = count;
    return other;
  }

  /** Whether the last point is later than {@code uptime} and lower than the last one until then. */
  boolean fallsAfter(long uptime) {
    int kept = until(uptime);
    return kept > 0 && kept < count && sizes[count - 1] < sizes[kept - 1];
  }

  /** Gives up the points later than {@code uptime}. */
  void cut(long uptime) {
    count = until(uptime);
  }

  private int until(long uptime) {
    int kept = count;
    while (kept > 0 && uptimes[kept - 1] > uptime) {
      kept--;
    }
    return kept;
  }

  List<SizePoint> view() {
    return new View(Arrays.copyOf(uptimes, count), Arrays.copyOf(sizes, count));
  }

  private void thin() {
    int kept = 0;
    for (int i = 0; i < count; i += 2) {
      uptimes[kept] = uptimes[i];
      sizes[kept] = sizes[i];
      kept++;
    }
    count = kept;
  }

  /** An immutable list that makes its points when asked. */
  private static final class View extends AbstractList<SizePoint> implements RandomAccess {
    private final long[] uptimes;
    private final long[] sizes;

    View(long[] uptimes, long[] sizes) {
      this.uptimes = uptimes;
      this.sizes = sizes;
    }

    @Override
    public SizePoint get(int index) {
      return new SizePoint(uptimes[index], sizes[index]);
    }

    @Override
    public int size() {
      return uptimes.length;
    }
  }
}
