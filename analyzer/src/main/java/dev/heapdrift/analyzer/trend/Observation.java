package dev.heapdrift.analyzer.trend;

/**
 * Under which circumstances a curve was read, on its time axis.
 *
 * @param until end of the observation in seconds; later than the last reading when nothing gave
 *     reason to read again
 * @param busyUntil until when the JVM was at work, in seconds; NaN when not known, and then a curve
 *     that has become flat is not taken for one that has reached a bound
 * @param capacity entries that fit in before the container would have grown once more and been
 *     noticed; infinite when not known
 * @param work what the application did meanwhile
 */
public record Observation(double until, double busyUntil, double capacity, Work work) {
  /** Capacities are powers of two and load factors; a tenth more than fits is beyond doubt. */
  private static final double OVER_CAPACITY = 1.1;

  /** Of a curve whose work nobody counted. */
  public Observation(double until, double busyUntil, double capacity) {
    this(until, busyUntil, capacity, Work.NONE);
  }

  /** Of a curve that was read to the end, in a JVM that worked to the end. */
  public static Observation busy(Curve curve) {
    return new Observation(curve.end(), curve.end(), Double.POSITIVE_INFINITY);
  }

  /** Of a curve of which nothing else is known. */
  public static Observation unknown(Curve curve) {
    return new Observation(curve.end(), Double.NaN, Double.POSITIVE_INFINITY);
  }

  /** The same, beside work that somebody counted. */
  public Observation by(Work counted) {
    return new Observation(until, busyUntil, capacity, counted);
  }

  /**
   * Whether nothing gave reason to read the size for more than half of the time since the first
   * reading. A container that is read only when it grows, and doubles, still grows at least once in
   * any second half.
   */
  boolean restedForHalf(Curve curve) {
    return until - curve.end() > (until - curve.start()) / 2;
  }

  /** The part of a curve during which the JVM was at work. */
  Curve busyPart(Curve curve) {
    return Double.isNaN(busyUntil) ? curve : curve.until(busyUntil);
  }

  /** Whether the load ended so early that what follows is most of what there is to see. */
  boolean loadEnded(Curve curve) {
    return busyUntil < until - TrendJudge.IDLE * (until - curve.start());
  }

  /**
   * Whether the growth has slowed since the last reading: at this rate the container would have
   * been seen growing again.
   */
  boolean missedGrowth(Curve curve, Slope slope) {
    double seen = Double.isNaN(busyUntil) ? until : Math.min(until, busyUntil);
    double expected = curve.last() + slope.low() * (seen - curve.end());
    return expected > capacity * OVER_CAPACITY;
  }
}
