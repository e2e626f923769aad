package dev.heapdrift.analyzer.trend;

import org.hipparchus.util.FastMath;

/**
 * The falls of a curve that are too deep for noise: each is evidence that entries are removed.
 *
 * @param count how many
 * @param deepest entries lost in the deepest of them; 0 without one
 * @param lastTrough time of the last trough in seconds, or NaN
 * @param retained value of the last trough less that of the first point, in entries; NaN without
 *     one
 */
record Falls(int count, double deepest, double lastTrough, double retained) {
  /**
   * Depth of a fall that counts, as part of the curve's whole range. The caches that hover at their
   * capacity wobble by a few per cent.
   */
  private static final double DEPTH = 0.10;

  /** Least depth in entries: the history's 16-bit scale alone is off by 0.05 %. */
  private static final double MIN_DEPTH = 16;

  static Falls of(Curve curve) {
    double depth = FastMath.max(MIN_DEPTH, DEPTH * (curve.max() - curve.min()));
    double peak = curve.first();
    double trough = curve.first();
    boolean falling = false;
    int count = 0;
    double at = Double.NaN;
    double retained = Double.NaN;
    double deepest = 0;
    for (int i = 1; i < curve.size(); i++) {
      double value = curve.value(i);
      if (!falling) {
        peak = FastMath.max(peak, value);
        if (peak - value >= depth) {
          falling = true;
          count++;
          trough = Double.POSITIVE_INFINITY;
        }
      }
      if (falling && value < trough) {
        trough = value;
        at = curve.time(i);
        retained = trough - curve.first();
        deepest = FastMath.max(deepest, peak - trough);
      }
      if (falling && value - trough >= depth) {
        falling = false;
        peak = value;
      }
    }
    return new Falls(count, deepest, at, retained);
  }
}
