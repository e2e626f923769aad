package dev.heapdrift.analyzer.trend;

import java.util.Arrays;

/**
 * The straight line through what a curve never falls below: the Theil–Sen slope of its lower
 * envelope, at the height that leaves as many of the envelope's points above as below.
 *
 * @param slope how steep, with its 95 % interval, a second
 * @param from start of the curve in seconds
 * @param to its end in seconds
 * @param start height of the line at {@code from}
 * @param points points of the envelope
 */
public record TrendLine(Slope slope, double from, double to, double start, int points) {
  /** Fewest points: through fewer, every line is as good as any other. */
  public static final int MIN_POINTS = 4;

  /** The line, or null when the envelope has too few points. */
  public static TrendLine of(Curve curve) {
    Curve envelope = TrendJudge.envelope(curve);
    if (envelope.size() < MIN_POINTS) {
      return null;
    }
    Slope slope = Slope.of(envelope);
    double[] heights = new double[envelope.size()];
    for (int i = 0; i < heights.length; i++) {
      heights[i] = envelope.value(i) - slope.perSecond() * (envelope.time(i) - curve.start());
    }
    Arrays.sort(heights);
    double middle = (heights[(heights.length - 1) / 2] + heights[heights.length / 2]) / 2;
    return new TrendLine(slope, curve.start(), curve.end(), middle, heights.length);
  }

  /** Height of the line at a time in seconds. */
  public double at(double time) {
    return start + slope.perSecond() * (time - from);
  }

  /** Where it goes, as far as the interval of its slope tells. */
  public Direction direction() {
    if (slope.low() > 0) {
      return Direction.RISING;
    }
    return slope.high() < 0 ? Direction.FALLING : Direction.LEVEL;
  }

  /** Directions of a line. */
  public enum Direction {
    /** The whole interval of the slope lies above zero. */
    RISING,
    /** The whole interval of the slope lies below zero. */
    FALLING,
    /** The interval holds zero: neither a rise nor a fall is shown. */
    LEVEL
  }
}
