package dev.heapdrift.analyzer.trend;

import java.util.ArrayList;
import java.util.List;

/**
 * All that {@link TrendJudge} asks of a curve before it calls it unbounded, with the answers: what
 * it passes over once a test has failed too. Every check is passed where, and only where, the judge
 * says unbounded.
 */
public final class TrendChecks {
  private TrendChecks() {}

  /**
   * The checks of a curve, in the order of the judge; the first alone when it has too few readings
   * for the others.
   *
   * @param curve all readings
   * @param observation the circumstances
   */
  public static List<Check> of(Curve curve, Observation observation) {
    Curve busy = observation.busyPart(curve);
    List<Check> checks = new ArrayList<>();
    checks.add(readings(busy));
    if (TrendJudge.enough(busy)) {
      checks.add(lately(curve, observation));
      checks.add(change(busy));
      Rise rise = Rise.of(busy, observation.work());
      GrowthTest.IN_ORDER.forEach(test -> checks.add(test.check(rise)));
      checks.add(load(curve, observation));
      checks.add(missed(curve, observation, rise.slope()));
    }
    return List.copyOf(checks);
  }

  private static Check readings(Curve busy) {
    return new Check(
        "readings",
        text("%d over %.1f s of work", busy.size(), busy.span()),
        text("%d over %.0f s", TrendJudge.MIN_READINGS, TrendJudge.MIN_SPAN),
        TrendJudge.enough(busy));
  }

  private static Check lately(Curve curve, Observation observation) {
    return new Check(
        "read lately",
        text("last read %.1f s before the end", observation.until() - curve.end()),
        "reason to read it in the last half of the time",
        !observation.restedForHalf(curve));
  }

  private static Check change(Curve busy) {
    return new Check(
        "change",
        text("between %.0f and %.0f entries", busy.min(), busy.max()),
        text("a range of at least %.0f", TrendJudge.minimumRise(busy)),
        !TrendJudge.rangeIsNoise(busy));
  }

  private static Check load(Curve curve, Observation observation) {
    double idle = Math.max(0, observation.until() - observation.busyUntil());
    return new Check(
        "load",
        Double.isNaN(observation.busyUntil())
            ? "not known"
            : text("the JVM idled for the last %.1f s", idle),
        "work for the last third of the time",
        !observation.loadEnded(curve));
  }

  private static Check missed(Curve curve, Observation observation, Slope slope) {
    return new Check(
        "no growth missed",
        Double.isInfinite(observation.capacity())
            ? "its capacity is not known"
            : text(
                "%.0f entries at the last reading, room for %.0f",
                curve.last(), observation.capacity()),
        "that it was seen growing when at its rate it must have",
        !observation.missedGrowth(curve, slope));
  }

  private static String text(String format, Object... arguments) {
    return TrendJudge.text(format, arguments);
  }
}
