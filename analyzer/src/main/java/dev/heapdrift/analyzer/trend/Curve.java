package dev.heapdrift.analyzer.trend;

import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import java.util.Arrays;
import java.util.List;

/** Sizes over time: at least one point, times in seconds, strictly increasing. Immutable. */
public final class Curve {
  private final double[] times;
  private final double[] values;

  private Curve(double[] times, double[] values) {
    this.times = times;
    this.values = values;
  }

  /**
   * The curve through these points.
   *
   * @throws IllegalArgumentException when there is none, or their times do not increase strictly
   */
  public static Curve of(List<SizePoint> points) {
    double[] times = points.stream().mapToDouble(p -> p.uptimeMillis() / 1000.0).toArray();
    double[] values = points.stream().mapToDouble(SizePoint::size).toArray();
    return of(times, values);
  }

  /**
   * The curve through these points; the arrays are copied.
   *
   * @param times seconds
   * @param values entries
   * @throws IllegalArgumentException when there is none, or the times do not increase strictly
   */
  public static Curve of(double[] times, double[] values) {
    if (times.length == 0 || times.length != values.length) {
      throw new IllegalArgumentException("a curve needs points, got " + times.length);
    }
    for (int i = 1; i < times.length; i++) {
      if (times[i] <= times[i - 1]) {
        throw new IllegalArgumentException("time stands still at point " + i);
      }
    }
    return new Curve(times.clone(), values.clone());
  }

  /** Number of points. */
  public int size() {
    return times.length;
  }

  /** Time of a point, in seconds. */
  public double time(int i) {
    return times[i];
  }

  /** Entries at a point. */
  public double value(int i) {
    return values[i];
  }

  /** Time of the first point, in seconds. */
  public double start() {
    return times[0];
  }

  /** Time of the last point, in seconds. */
  public double end() {
    return times[times.length - 1];
  }

  /** Seconds from the first point to the last. */
  public double span() {
    return end() - start();
  }

  /** Entries at the first point. */
  public double first() {
    return values[0];
  }

  /** Entries at the last point. */
  public double last() {
    return values[values.length - 1];
  }

  /** Entries at the last point less those at the first. */
  public double rise() {
    return last() - first();
  }

  /** The largest value. */
  public double max() {
    return Arrays.stream(values).max().orElseThrow();
  }

  /** The smallest value. */
  public double min() {
    return Arrays.stream(values).min().orElseThrow();
  }

  double[] times() {
    return times.clone();
  }

  double[] values() {
    return values.clone();
  }

  /** The value at a time, on the straight line between its neighbours, constant outside. */
  public double at(double time) {
    int i = Arrays.binarySearch(times, time);
    if (i >= 0) {
      return values[i];
    }
    int next = -i - 1;
    if (next == 0 || next == times.length) {
      return values[Math.min(next, times.length - 1)];
    }
    double share = (time - times[next - 1]) / (times[next] - times[next - 1]);
    return values[next - 1] + share * (values[next] - values[next - 1]);
  }

  /** The points from the given time on; at least the last one. */
  public Curve from(double time) {
    int first = 0;
    while (first < size() - 1 && times[first] < time) {
      first++;
    }
    return points(first, size());
  }

  /** The points up to and including the given time; at least the first one. */
  public Curve until(double time) {
    int end = size();
    while (end > 1 && times[end - 1] > time) {
      end--;
    }
    return points(0, end);
  }

  /** The points from index {@code from}, inclusive, to {@code to}, exclusive. */
  Curve points(int from, int to) {
    return new Curve(Arrays.copyOfRange(times, from, to), Arrays.copyOfRange(values, from, to));
  }

  /**
   * The lower envelope: the smallest value of each of so many windows of equal duration, at the
   * time it was read. Windows without a reading are left out.
   */
  Curve lowerEnvelope(int windows) {
    double width = span() / windows;
    double[] t = new double[windows];
    double[] v = new double[windows];
    int filled = 0;
    int current = -1;
    for (int i = 0; i < size(); i++) {
      int window = width == 0 ? 0 : (int) Math.min(windows - 1, (times[i] - times[0]) / width);
      if (window != current) {
        current = window;
        filled++;
      } else if (values[i] >= v[filled - 1]) {
        continue;
      }
      t[filled - 1] = times[i];
      v[filled - 1] = values[i];
    }
    return new Curve(Arrays.copyOf(t, filled), Arrays.copyOf(v, filled));
  }

  /** The curve at {@code count} equally spaced times from its start to its end. */
  Curve resampled(int count) {
    double[] t = new double[count];
    double[] v = new double[count];
    for (int i = 0; i < count; i++) {
      t[i] = start() + span() * i / (count - 1);
      v[i] = at(t[i]);
    }
    return new Curve(t, v);
  }
}
