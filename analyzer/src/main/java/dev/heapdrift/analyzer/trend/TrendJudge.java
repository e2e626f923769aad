package dev.heapdrift.analyzer.trend;

import java.util.Locale;
import org.hipparchus.util.FastMath;

/**
 * Judges one curve. It is called unbounded only when every test agrees: enough readings, a lower
 * envelope that rises (Mann–Kendall), more than a walk without drift would (t test of the
 * increments), by more than noise, up to the end, without slowing down, and a line or a drifting
 * walk explains it better than a plateau. Everything else has a name of its own, or is inconclusive
 * and says what is missing.
 *
 * <p>docs/verdicts.md publishes how often each verdict is wrong on simulated series.
 */
public final class TrendJudge {
  /** Fewest readings: below, every family of curves fits. */
  static final int MIN_READINGS = 8;

  /** Shortest observation in seconds: below, start-up and warm-up are all there is to see. */
  static final double MIN_SPAN = 5;

  /** Fewest windows of the lower envelope that hold a reading. */
  static final int MIN_WINDOWS = 6;

  /** Most windows: more would hold single readings and are no envelope. */
  static final int MAX_WINDOWS = 24;

  /** Part of the observation that is cut off as warm-up before growth is judged. */
  static final double WARM_UP = 0.10;

  /** Noise floor of a rise, in entries. */
  static final double MIN_RISE = 64;

  /** Noise floor of a rise, as part of the size. */
  static final double MIN_RISE_SHARE = 0.02;

  /** Least rate in entries a second, about one a minute: slower growth takes years to matter. */
  static final double MIN_RATE = 0.02;

  /** Level of the single tests; {@link FalseDiscovery} looks at all candidates together. */
  static final double ALPHA = 0.01;

  /**
   * How much better (in AICc) than every bounded model the unbounded one must be: e^-3 = 1 to 20.
   */
  static final double MARGIN = 6;

  /**
   * End slope over mean slope below which a rise slows down whatever its noise: a saturating
   * exponential seen for half its time constant has 0.77.
   */
  static final double SLOWING = 0.80;

  /** Below this it slows down if the bend is also significant. */
  static final double SLOWING_IF_CLEAR = 0.90;

  /** The last third is flat when it rises by less than this part of what a line would. */
  static final double FLAT = 0.10;

  /**
   * Part of its rise after which a saturating exponential has levelled off: three time constants.
   */
  static final double LEVELLED = 0.95;

  /** A rise that is over after this part of the observation was a start-up load. */
  static final double START_UP = 0.20;

  /** Part of the observation that may pass idle at its end before growth counts as stopped. */
  static final double IDLE = 1.0 / 3;

  /** A pause at the end, as part of the observation, after which growth counts as stopped... */
  static final double STOPPED = 0.15;

  /** ...provided that it is so many times longer than any pause before. */
  static final double STOPPED_PAUSES = 2;

  /**
   * How many times its deepest fall a curve must have risen: a walk or a wave falls as deep as it
   * rises sooner or later, and noise on a leak is small beside it.
   */
  static final double RISE_TO_FALL = 2.5;

  /** Falls that make a sawtooth. */
  static final int SAWTOOTH_FALLS = 2;

  /** Part of its range that a sawtooth may have retained by its last trough. */
  static final double SAWTOOTH_RETAINED = 0.25;

  private TrendJudge() {}

  /**
   * Judges a curve.
   *
   * @param curve all readings
   * @param observation the circumstances
   */
  public static Trend judge(Curve curve, Observation observation) {
    if (observation.restedForHalf(curve)) {
      return new Trend.Steady(null, "has not grown for more than half of the observation");
    }
    Curve busy = observation.busyPart(curve);
    if (!enough(busy)) {
      return tooLittle(busy);
    }
    Slope slope = Slope.of(envelope(busy));
    if (rangeIsNoise(busy)) {
      return new Trend.Steady(slope, "the size has hardly changed");
    }
    Growing growing = Growing.of(busy, observation.work());
    if (growing.unbounded()) {
      return doubted(curve, observation, growing);
    }
    Falls falls = Falls.of(busy);
    if (falls.count() >= 1) {
      return fallen(busy, falls, slope);
    }
    return flatTail(busy)
        ? flattened(busy, slope, !Double.isNaN(observation.busyUntil()))
        : undecided(busy, growing);
  }

  /** Growth under load is unbounded only if the load lasted and nothing was missed since. */
  private static Trend doubted(Curve curve, Observation observation, Growing growing) {
    if (observation.loadEnded(curve)) {
      return new Trend.Inconclusive(
          growing.slope(),
          false,
          "grew until the load ended",
          "whether it goes on, or is emptied, under load; observe it under load for longer");
    }
    if (observation.missedGrowth(curve, growing.slope())) {
      return new Trend.Inconclusive(
          growing.slope(),
          false,
          "has not been seen growing lately",
          "sizes read since; the agent reads them again when the container grows");
    }
    return growing.verdict();
  }

  /** The windows' minima; more windows the more readings there are. */
  static Curve envelope(Curve curve) {
    int windows = FastMath.max(MIN_READINGS, FastMath.min(MAX_WINDOWS, curve.size() / 2));
    return curve.lowerEnvelope(windows);
  }

  /** Entries that a rise must exceed to mean anything. */
  static double minimumRise(Curve curve) {
    return FastMath.max(
        MIN_RATE * curve.span(), FastMath.max(MIN_RISE, MIN_RISE_SHARE * curve.max()));
  }

  static boolean enough(Curve curve) {
    return curve.size() >= MIN_READINGS && curve.span() >= MIN_SPAN;
  }

  static boolean rangeIsNoise(Curve curve) {
    return curve.max() - curve.min() < minimumRise(curve);
  }

  private static Trend tooLittle(Curve curve) {
    boolean growing = curve.size() > 1 && !rangeIsNoise(curve) && curve.last() > curve.first();
    return new Trend.Inconclusive(
        curve.size() < 2 ? null : Slope.of(curve),
        growing,
        text("%d readings over %.1f s", curve.size(), curve.span()),
        text(
            "at least %d readings over at least %.0f s; take snapshots more often or for longer",
            MIN_READINGS, MIN_SPAN));
  }

  private static Trend fallen(Curve curve, Falls falls, Slope slope) {
    double range = curve.max() - curve.min();
    String pattern =
        text("fell %d times by at least a tenth of its range of %.0f", falls.count(), range);
    if (falls.count() >= SAWTOOTH_FALLS && falls.retained() <= SAWTOOTH_RETAINED * range) {
      double confidence = 1 - FastMath.pow(0.5, falls.count());
      return new Trend.Sawtooth(slope, falls.count(), confidence, pattern);
    }
    boolean beyond = falls.count() == 1 && curve.last() > curve.until(falls.lastTrough()).max();
    boolean growing = beyond && !flatTail(curve.from(falls.lastTrough()));
    if (!growing && curve.last() <= curve.first() + SAWTOOTH_RETAINED * range) {
      return new Trend.Steady(slope, pattern);
    }
    return new Trend.Inconclusive(
        slope,
        growing,
        pattern,
        "more rises and falls, to see whether the troughs rise; observe for longer");
  }

  static boolean flatTail(Curve curve) {
    double third = curve.span() / 3;
    double tail = curve.last() - curve.at(curve.end() - third);
    double whole = curve.max() - curve.first();
    return tail < FLAT * whole / 3 || tail < MIN_RATE * third;
  }

  private static Trend flattened(Curve curve, Slope slope, boolean busyKnown) {
    double whole = curve.last() - curve.first();
    double early = curve.at(curve.start() + START_UP * curve.span()) - curve.first();
    if (whole <= 0 || early >= (1 - FLAT) * whole) {
      return new Trend.Steady(slope, "filled at the start and constant since");
    }
    Curve envelope = envelope(curve);
    Models models = Models.of(envelope);
    boolean smooth =
        models.saturating() < Models.line(envelope) - MARGIN && models.fit().reached() > LEVELLED;
    if (busyKnown || smooth) {
      double confidence = busyKnown ? 0.95 : 0.8;
      return new Trend.Saturating(slope, curve.last(), confidence, "rose, then stayed flat");
    }
    return new Trend.Inconclusive(
        slope,
        false,
        "growth has stopped",
        "whether a bound was reached or the load has ended; observe it under load for longer");
  }

  private static Trend undecided(Curve curve, Growing growing) {
    Models models = Models.of(envelope(curve.from(curve.start() + WARM_UP * curve.span())));
    if (models.fit().reached() > LEVELLED && models.saturating() < models.unbounded() - MARGIN) {
      return new Trend.Saturating(
          growing.slope(), models.fit().plateau(), 0.8, "approaches its plateau");
    }
    return new Trend.Inconclusive(
        growing.slope(), growing.rising(), growing.pattern(), growing.missing());
  }

  static String text(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
