package dev.heapdrift.analyzer.series;

import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import dev.heapdrift.snapshot.SizePoints;
import java.util.Arrays;
import java.util.List;

/**
 * Sizes by strictly increasing uptime in one array: a tenth of what a list of records takes, and a
 * point is written to a single place in memory. When full, every second point is given up, so that
 * the points left still cover the whole time.
 */
final class PointList {
  /** Points kept of a series. */
  static final int MAX_POINTS = 512;

  /** Uptimes and sizes, in turns. */
  private long[] points = new long[8];

  private int count;

  long lastUptime() {
    return count == 0 ? Long.MIN_VALUE : uptime(count - 1);
  }

  /** Adds a point; one that is not later than the last replaces it when at the same time. */
  void add(long uptime, long size) {
    long last = lastUptime();
    if (uptime < last) {
      return;
    }
    if (count > 0 && uptime == last) {
      points[2 * count - 1] = size;
      return;
    }
    if (count == MAX_POINTS) {
      thin();
    }
    if (2 * count == points.length) {
      points = Arrays.copyOf(points, 4 * count);
    }
    points[2 * count] = uptime;
    points[2 * count + 1] = size;
    count++;
  }

  /** Adds what of a history is later than the last point: nearly all of it is known already. */
  void addNewer(List<SizePoint> history) {
    int first = history.size();
    while (first > 0 && history.get(first - 1).uptimeMillis() > lastUptime()) {
      first--;
    }
    for (int i = first; i < history.size(); i++) {
      add(history.get(i).uptimeMillis(), history.get(i).size());
    }
  }

  /** As many points at the same times, all of one size. */
  PointList withAll(long size) {
    PointList other = new PointList();
    other.points = points.clone();
    other.count = count;
    for (int i = 0; i < count; i++) {
      other.points[2 * i + 1] = size;
    }
    return other;
  }

  /** Whether the last point is later than {@code uptime} and lower than the last one until then. */
  boolean fallsAfter(long uptime) {
    int kept = until(uptime);
    return kept > 0 && kept < count && size(count - 1) < size(kept - 1);
  }

  /**
   * Uptime of the last point before the size fell to less than half, never to rise again; the least
   * long where it ends otherwise.
   */
  long lastFull() {
    int top = count - 1;
    while (top > 0 && size(top - 1) >= size(top)) {
      top--;
    }
    while (top < count - 1 && size(top + 1) == size(top)) {
      top++;
    }
    return top >= 0 && size(count - 1) < size(top) / 2 ? uptime(top) : Long.MIN_VALUE;
  }

  /** Gives up the points later than {@code uptime}. */
  void cut(long uptime) {
    count = until(uptime);
  }

  private int until(long uptime) {
    int kept = count;
    while (kept > 0 && uptime(kept - 1) > uptime) {
      kept--;
    }
    return kept;
  }

  List<SizePoint> view() {
    return SizePoints.of(Arrays.copyOf(points, 2 * count));
  }

  private long uptime(int i) {
    return points[2 * i];
  }

  private long size(int i) {
    return points[2 * i + 1];
  }

  private void thin() {
    int kept = 0;
    for (int i = 0; i < count; i += 2) {
      points[2 * kept] = uptime(i);
      points[2 * kept + 1] = size(i);
      kept++;
    }
    count = kept;
  }
}
