package dev.heapdrift.analyzer.trend;

import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import java.util.Arrays;
import java.util.List;

/**
 * The work that an application has done over time, as it counts it itself; {@link #NONE} where
 * nothing counts it. What grows with each unit of work is judged on the clock of the work: a second
 * is the time in which a mean second's work is done. So a leak is a line whether the traffic rises,
 * falls or comes in bursts, and a cache that fills up bends under a ramp too. Immutable.
 */
public final class Work {
  /** No counter, or one that stood still. */
  public static final Work NONE = new Work(null);

  /** Part of an observation that must have been counted. */
  private static final double COUNTED = 0.8;

  /** Points closer than this part of the observation are one: between them no work was done. */
  private static final double SAME = 0.001;

  private final Curve done;

  private Work(Curve done) {
    this.done = done;
  }

  /**
   * The work that these readings tell of.
   *
   * @param readings units by JVM uptime, strictly later each; those that fall are left out
   */
  public static Work of(List<SizePoint> readings) {
    double[] times = new double[readings.size()];
    double[] units = new double[readings.size()];
    int n = 0;
    for (SizePoint reading : readings) {
      double time = reading.uptimeMillis() / 1000.0;
      if (n == 0 || (time > times[n - 1] && reading.size() >= units[n - 1])) {
        times[n] = time;
        units[n++] = reading.size();
      }
    }
    if (n < 2 || units[n - 1] <= units[0]) {
      return NONE;
    }
    return new Work(Curve.of(Arrays.copyOf(times, n), Arrays.copyOf(units, n)));
  }

  /** Units done until a time in seconds. */
  public double until(double time) {
    return done.at(time);
  }

  /** Units done from one time to another, in seconds. */
  double between(double from, double to) {
    return until(to) - until(from);
  }

  /** When the counter was first read, in seconds. */
  double start() {
    return done.start();
  }

  /** The part of a curve whose work was counted; null where that is too little of it. */
  Curve counted(Curve curve) {
    if (done == null || curve.end() < done.start() || curve.start() > done.end()) {
      return null;
    }
    Curve part = curve.from(done.start()).until(done.end());
    boolean enough = part.size() >= TrendJudge.MIN_READINGS;
    return enough && part.span() >= COUNTED * curve.span() && between(part.start(), part.end()) > 0
        ? part
        : null;
  }

  /** The curve on the clock of the work; the same curve where its work is not known. */
  Curve paced(Curve curve) {
    Curve part = counted(curve);
    Curve paced = part == null ? null : onClock(part);
    return paced == null || paced.size() < TrendJudge.MIN_READINGS ? curve : paced;
  }

  /** Of the readings between which no work was done, the last one stays. */
  private Curve onClock(Curve part) {
    double rate = between(part.start(), part.end()) / part.span();
    double[] times = new double[part.size()];
    double[] sizes = new double[part.size()];
    int n = 0;
    for (int i = 0; i < part.size(); i++) {
      double time = part.start() + between(part.start(), part.time(i)) / rate;
      if (n > 0 && time - times[n - 1] <= SAME * part.span()) {
        n--;
        time = times[n];
      }
      times[n] = time;
      sizes[n++] = part.value(i);
    }
    return Curve.of(Arrays.copyOf(times, n), Arrays.copyOf(sizes, n));
  }

  /**
   * How fast sizes rise with the work: the Theil–Sen slope of their lower envelope, in entries for
   * each unit.
   *
   * @param sizes by JVM uptime, strictly later each
   * @return null where their work is not known
   */
  public Double perUnit(List<SizePoint> sizes) {
    if (done == null || sizes.isEmpty()) {
      return null;
    }
    Curve curve = Curve.of(sizes);
    Curve part = counted(curve);
    Curve paced = paced(curve);
    if (part == null || paced == curve) {
      return null;
    }
    double rate = between(part.start(), part.end()) / part.span();
    Curve warm = paced.from(paced.start() + TrendJudge.WARM_UP * paced.span());
    return Slope.of(TrendJudge.envelope(warm)).perSecond() / rate;
  }
}
