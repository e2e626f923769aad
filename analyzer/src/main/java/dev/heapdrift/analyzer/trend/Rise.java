package dev.heapdrift.analyzer.trend;

import org.hipparchus.util.FastMath;

/**
 * A curve that may grow, and the statistics that {@link GrowthTest}s ask for; each is worked out
 * when it is asked for, since most curves fail an early test.
 *
 * @param whole the curve with its warm-up
 * @param curve the curve without it
 * @param envelope the lower envelope of that
 * @param slope how fast the envelope rises
 * @param work what was done meanwhile
 */
record Rise(Curve whole, Curve curve, Curve envelope, Slope slope, Work work) {
  /** What may change in a pause, as part of the curve's range. */
  private static final double PAUSE_NOISE = 0.005;

  static Rise of(Curve whole, Work work) {
    Curve curve = whole.from(whole.start() + TrendJudge.WARM_UP * whole.span());
    Curve envelope = TrendJudge.envelope(curve);
    return new Rise(whole, curve, envelope, Slope.of(envelope), work);
  }

  /** The probability that a series without trend rises so consistently. */
  double byChance() {
    return MannKendall.upward(envelope, slope.perSecond());
  }

  /**
   * The probability that a walk without drift rises so far. Against the walk speaks the size of the
   * drift, or that a line fits so much better (the likelihood ratio).
   */
  double byWandering() {
    double ratio = FastMath.exp((Models.line(envelope) - Models.walk(envelope)) / 2);
    return FastMath.min(Drift.upward(envelope), ratio);
  }

  /** What explains it: the rate of work, or its sum. */
  WorkModels workModels() {
    return WorkModels.of(envelope, work);
  }

  /** Its bursts; on the clock of the work, where that is known, there are none. */
  Bursts bursts() {
    return Bursts.of(work.paced(whole));
  }

  /** How it bends, on the clock of the work where that is known. */
  Bend bend() {
    Curve paced = work.paced(curve);
    return Bend.of(betweenRises(paced), TrendJudge.envelope(paced));
  }

  /**
   * By how much, in AICc, the best unbounded model is better than every bounded one; on the clock
   * of the work where that is known, and where all bursts add the same also on theirs: between
   * pauses, work that others hold up is a line to nobody. What falls has no bursts but noise.
   */
  double margin() {
    double byTime = margin(TrendJudge.envelope(work.paced(curve)));
    Bursts bursts = bursts();
    return bursts.steady() && neverFalls() ? FastMath.max(byTime, margin(bursts.sums())) : byTime;
  }

  private boolean neverFalls() {
    double noise = PAUSE_NOISE * (whole.max() - whole.min());
    for (int i = 1; i < whole.size(); i++) {
      if (whole.value(i) < whole.value(i - 1) - noise) {
        return false;
      }
    }
    return true;
  }

  private static double margin(Curve some) {
    Models models = Models.of(some);
    return models.bounded() - models.unbounded();
  }

  /** Whether it is flat at its end, or has paused there for longer than ever before. */
  boolean paused() {
    return stopped() || TrendJudge.flatTail(curve);
  }

  /** Seconds since it came within the noise of its maximum. */
  double pause() {
    return curve.end() - curve.time(lastRise());
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

  private boolean stopped() {
    double pause = pause();
    return pause > TrendJudge.STOPPED * curve.span()
        && pause
            > TrendJudge.STOPPED_PAUSES * longestPause(curve.points(0, lastRise() + 1), noise());
  }

  private double noise() {
    return TrendJudge.MIN_RISE_SHARE * (curve.max() - curve.min());
  }

  private int lastRise() {
    double top = curve.max() - noise();
    int last = curve.size() - 1;
    while (last > 0 && curve.value(last - 1) >= top) {
      last--;
    }
    return last;
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
