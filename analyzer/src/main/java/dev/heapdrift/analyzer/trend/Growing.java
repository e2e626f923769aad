package dev.heapdrift.analyzer.trend;

import org.hipparchus.util.FastMath;

/**
 * The case for unbounded growth of one curve, test by test.
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

  private static final String NO_BOUND_SEEN =
      "whether it reaches a bound: no plateau, maximum size or removal was seen yet";

  /** What may change in a pause, as part of the curve's range. */
  private static final double PAUSE_NOISE = 0.005;

  static Growing of(Curve whole) {
    Curve curve = whole.from(whole.start() + TrendJudge.WARM_UP * whole.span());
    Curve envelope = TrendJudge.envelope(curve);
    Slope slope = Slope.of(envelope);
    if (envelope.size() < TrendJudge.MIN_WINDOWS) {
      return not(slope, "read in bursts", "readings that are spread evenly over time");
    }
    if (envelope.rise() < TrendJudge.minimumRise(curve)) {
      return not(slope, "grows too little to tell it from noise", "a longer observation");
    }
    double p = improbability(envelope, slope);
    if (p > TrendJudge.ALPHA) {
      return not(slope, "wanders", "a rise that a random walk would not make; observe for longer");
    }
    if (envelope.rise() < TrendJudge.RISE_TO_FALL * Falls.of(curve).deepest()) {
      return not(slope, "rises and falls", "a rise far beyond its falls; observe for longer");
    }
    if (stopped(curve) || TrendJudge.flatTail(curve)) {
      return not(slope, "growth has paused", "whether it goes on; observe it under load");
    }
    return ofRise(curve, envelope, Bursts.of(whole), slope, p);
  }

  /** It rises to the end; but is it the beginning of a plateau? */
  private static Growing ofRise(Curve curve, Curve envelope, Bursts bursts, Slope slope, double p) {
    Bend bend = Bend.of(betweenRises(curve), envelope);
    if (bursts.fade()) {
      return rising(
          slope, TrendJudge.text("its %d bursts add less and less", bursts.count()), NO_BOUND_SEEN);
    }
    if (slows(bend) && !bursts.steady()) {
      return rising(
          slope,
          TrendJudge.text("growth slows down, to %.0f %% of its mean", 100 * bend.endToMean()),
          NO_BOUND_SEEN);
    }
    Models models = Models.of(envelope);
    double margin = models.bounded() - models.unbounded();
    if (margin < TrendJudge.MARGIN) {
      return rising(slope, "a bounded model explains it as well", "more readings, for longer");
    }
    double weight = 1 / (1 + FastMath.exp(-margin / 2));
    double known = 1 - FastMath.pow(0.5, envelope.size() / HALF_KNOWN);
    return new Growing(slope, p, weight * known * (1 - p), true, "grows to the end", null);
  }

  /**
   * The worse of two: that a series without trend rises so consistently, and that a walk without
   * drift does. Against the walk speaks the size of the drift, or that a line fits so much better
   * (the likelihood ratio).
   */
  private static double improbability(Curve envelope, Slope slope) {
    double ratio = FastMath.exp((Models.line(envelope) - Models.walk(envelope)) / 2);
    double walk = FastMath.min(Drift.upward(envelope), ratio);
    return FastMath.max(MannKendall.upward(envelope, slope.perSecond()), walk);
  }

  boolean unbounded() {
    return missing == null;
  }

  Trend verdict() {
    return new Trend.Unbounded(slope, p, confidence, pattern);
  }

  private static Growing not(Slope slope, String pattern, String missing) {
    return new Growing(slope, 1, 0, false, pattern, missing);
  }

  /** Not unbounded as far as can be seen, but still rising. */
  private static Growing rising(Slope slope, String pattern, String missing) {
    return new Growing(slope, 1, 0, true, pattern, missing);
  }

  private static boolean slows(Bend bend) {
    return bend.endToMean() < TrendJudge.SLOWING
        || (bend.endToMean() < TrendJudge.SLOWING_IF_CLEAR && bend.clear());
  }

  /**
   * The curve from just before its first rise to just after its last one: work in bursts that is
   * looked at from the middle of a pause to the middle of another would look bent.
   */
  private static Curve betweenRises(Curve curve) {
    double noise = PAUSE_NOISE * (curve.max() - curve.min());
    int first = 0;
    while (first < curve.size() - 2 && curve.value(first + 1) <= curve.first() + noise) {
      first++;
    }
    int last = curve.size() - 1;
    while (last > first + 1 && curve.value(last - 1) >= curve.last() - noise) {
      last--;
    }
    return curve.points(first, last + 1);
  }

  /** Whether the curve has paused at its end for longer than ever before, or for too long. */
  private static boolean stopped(Curve curve) {
    double noise = TrendJudge.MIN_RISE_SHARE * (curve.max() - curve.min());
    int last = curve.size() - 1;
    while (last > 0 && curve.value(last - 1) >= curve.max() - noise) {
      last--;
    }
    double pause = curve.end() - curve.time(last);
    return pause > TrendJudge.STOPPED * curve.span()
        && pause > TrendJudge.STOPPED_PAUSES * longestPause(curve.points(0, last + 1), noise);
  }

  /** The longest stretch, in seconds, over which the curve stays within the noise. */
  private static double longestPause(Curve curve, double noise) {
    double longest = 0;
    for (int i = 0; i < curve.size(); i++) {
      int j = i;
      while (j + 1 < curve.size() && FastMath.abs(curve.value(j + 1) - curve.value(i)) <= noise) {
        j++;
      }
      longest = FastMath.max(longest, curve.time(j) - curve.time(i));
    }
    return longest;
  }
}
