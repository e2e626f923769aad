package dev.heapdrift.analyzer.trend;

import org.hipparchus.util.FastMath;

/**
 * The case for unbounded growth of one curve.
 *
 * @param slope how fast its envelope rises
 * @param p probability of so clear a rise without any drift
 * @param confidence that it is unbounded, meaningful only when nothing is missing
 * @param rising whether it still rises, even if not without bound
 * @param pattern what it looks like
 * @param missing what speaks against, or null when it is unbounded
 */
record Growing(
    Slope slope, double p, double confidence, boolean rising, String pattern, String missing) {

  /**
   * Windows of the envelope at which half of what can be known is known; sets the ceiling of the
   * confidence.
   */
  private static final double HALF_KNOWN = 3;

  static Growing of(Curve whole, Work work) {
    Rise rise = Rise.of(whole, work);
    for (GrowthTest test : GrowthTest.IN_ORDER) {
      if (!test.passes().test(rise)) {
        String pattern = test.pattern().apply(rise);
        return new Growing(rise.slope(), 1, 0, test.rising(), pattern, test.missing());
      }
    }
    double p = FastMath.max(rise.byChance(), rise.byWandering());
    double weight = 1 / (1 + FastMath.exp(-rise.margin() / 2));
    double known = 1 - FastMath.pow(0.5, rise.envelope().size() / HALF_KNOWN);
    double confidence = weight * known * (1 - p);
    return new Growing(rise.slope(), p, confidence, true, "grows to the end", null);
  }

  boolean unbounded() {
    return missing == null;
  }

  Trend verdict() {
    return new Trend.Unbounded(slope, p, confidence, pattern);
  }
}
