package dev.heapdrift.analyzer.trend;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.hipparchus.util.FastMath;

/**
 * A test of the judge, which a rise must pass to be called unbounded.
 *
 * @param name what is tested, in a word or two
 * @param passes the test
 * @param seen what the rise shows, with its figure
 * @param needed what it must show
 * @param pattern what a rise that fails looks like
 * @param missing what evidence would decide then
 * @param rising whether one that fails still rises, as far as can be seen
 */
record GrowthTest(
    String name,
    Predicate<Rise> passes,
    Function<Rise, String> seen,
    String needed,
    Function<Rise, String> pattern,
    String missing,
    boolean rising) {

  /** Missing where a rise is clear and slows down. */
  static final String NO_BOUND_SEEN =
      "whether it reaches a bound: no plateau, maximum size or removal was seen yet";

  private static final String NO_WALK =
      "a rise that a random walk would not make; observe for longer";

  /** The first that fails decides. */
  static final List<GrowthTest> IN_ORDER =
      List.of(
          not(
              "windows",
              rise -> rise.envelope().size() >= TrendJudge.MIN_WINDOWS,
              rise -> text("%d windows of time hold a reading", rise.envelope().size()),
              text("at least %d", TrendJudge.MIN_WINDOWS),
              "read in bursts",
              "readings that are spread evenly over time"),
          not(
              "effect",
              rise -> rise.envelope().rise() >= TrendJudge.minimumRise(rise.curve()),
              GrowthTest::effect,
              "more than noise",
              "too little to tell it from noise",
              "a longer observation"),
          not(
              "trend",
              rise -> rise.byChance() <= TrendJudge.ALPHA,
              rise -> text("without a trend, probability %.1e (Mann-Kendall)", rise.byChance()),
              text("at most %.2f", TrendJudge.ALPHA),
              "wanders",
              NO_WALK),
          not(
              "drift",
              rise -> rise.byWandering() <= TrendJudge.ALPHA,
              rise -> text("as a random walk, probability %.1e", rise.byWandering()),
              text("at most %.2f", TrendJudge.ALPHA),
              "wanders",
              NO_WALK),
          not(
              "retention",
              rise -> rise.envelope().rise() >= TrendJudge.RISE_TO_FALL * deepestFall(rise),
              rise ->
                  text("rises by %.0f, falls by %.0f", rise.envelope().rise(), deepestFall(rise)),
              text("a rise of %.1f times the deepest fall", TrendJudge.RISE_TO_FALL),
              "rises and falls",
              "a rise far beyond its falls; observe for longer"),
          not(
              "to the end",
              rise -> !rise.paused(),
              rise -> text("rose until %.1f s before the last reading", rise.pause()),
              "a rise in the last third, and no pause twice as long as any before",
              "growth has paused",
              "whether it goes on; observe it under load"),
          rising(
              "work",
              rise -> !rise.workModels().byRate(),
              GrowthTest::workSeen,
              text("better by %.0f, where work is counted", TrendJudge.MARGIN),
              rise -> "rises as the rate of work does",
              "whether it falls when the rate of work does; observe until that stays or falls"),
          rising(
              "bursts",
              rise -> !rise.bursts().fade(),
              GrowthTest::burstsSeen,
              "that they do not add less and less",
              rise -> text("its %d bursts add less and less", rise.bursts().count()),
              NO_BOUND_SEEN),
          rising(
              "no slowing down",
              rise -> !slows(rise.bend()) || rise.bursts().steady(),
              rise -> text("slope at the end %.0f %% of the mean", endToMean(rise)),
              text(
                  "at least %.0f %%, or %.0f %% where the bend is clear",
                  100 * TrendJudge.SLOWING, 100 * TrendJudge.SLOWING_IF_CLEAR),
              rise -> text("growth slows down, to %.0f %% of its mean", endToMean(rise)),
              NO_BOUND_SEEN),
          rising(
              "better model",
              rise -> rise.margin() >= TrendJudge.MARGIN,
              rise -> text("AICc of the best bounded model is worse by %.1f", rise.margin()),
              text("at least %.0f", TrendJudge.MARGIN),
              rise -> "a bounded model explains it as well",
              "more readings, for longer"));

  /** How it came out for a rise. */
  Check check(Rise rise) {
    return new Check(name, seen.apply(rise), needed, passes.test(rise));
  }

  private static GrowthTest not(
      String name,
      Predicate<Rise> passes,
      Function<Rise, String> seen,
      String needed,
      String pattern,
      String missing) {
    return new GrowthTest(name, passes, seen, needed, rise -> pattern, missing, false);
  }

  private static GrowthTest rising(
      String name,
      Predicate<Rise> passes,
      Function<Rise, String> seen,
      String needed,
      Function<Rise, String> pattern,
      String missing) {
    return new GrowthTest(name, passes, seen, needed, pattern, missing, true);
  }

  private static String effect(Rise rise) {
    return text(
        "the envelope rises by %.0f, of which %.0f may be noise",
        rise.envelope().rise(), TrendJudge.minimumRise(rise.curve()));
  }

  private static double deepestFall(Rise rise) {
    return Falls.of(rise.curve()).deepest();
  }

  private static String workSeen(Rise rise) {
    WorkModels models = rise.workModels();
    double better = models.rate() - models.sum();
    return models.equals(WorkModels.UNKNOWN)
        ? "no work counter"
        : text(
            "AICc of the sum of the work %s by %.1f than that of its rate",
            better < 0 ? "worse" : "better", FastMath.abs(better));
  }

  private static String burstsSeen(Rise rise) {
    Bursts bursts = rise.bursts();
    return bursts.count() == 0
        ? "no bursts with pauses between them"
        : text("the last of %d adds %.0f %% of the mean", bursts.count(), 100 * bursts.endToMean());
  }

  private static double endToMean(Rise rise) {
    return 100 * rise.bend().endToMean();
  }

  private static boolean slows(Bend bend) {
    return bend.endToMean() < TrendJudge.SLOWING
        || (bend.endToMean() < TrendJudge.SLOWING_IF_CLEAR && bend.clear());
  }

  private static String text(String format, Object... arguments) {
    return TrendJudge.text(format, arguments);
  }
}
