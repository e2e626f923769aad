package dev.heapdrift.analyzer.trend;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Judges simulated series and counts the verdicts. Deterministic: seeds run from 0. */
final class Accuracy {
  /** One judged series. */
  record Result(Shape shape, int readings, Trend trend) {
    boolean unbounded() {
      return trend instanceof Trend.Unbounded;
    }

    double confidence() {
      return trend instanceof Trend.Unbounded unbounded ? unbounded.confidence() : 0;
    }
  }

  private Accuracy() {}

  /**
   * Judges series of every shape, seen by a JVM that works to the end.
   *
   * @param each how many of each shape
   * @param fewest readings of the shortest series
   * @param most readings of the longest
   */
  static List<Result> simulate(int each, int fewest, int most) {
    List<Result> results = new ArrayList<>();
    for (Shape shape : Shape.values()) {
      for (int seed = 0; seed < each; seed++) {
        int readings = fewest + seed % (most - fewest + 1);
        Curve curve = SimulatedSeries.of(shape, readings, seed);
        results.add(new Result(shape, readings, TrendJudge.judge(curve, Observation.busy(curve))));
      }
    }
    return results;
  }

  /** Share called unbounded among the leaks, or among the healthy. */
  static double unbounded(List<Result> results, boolean leak) {
    List<Result> some = results.stream().filter(r -> r.shape().leak == leak).toList();
    return some.stream().filter(Result::unbounded).count() / (double) Math.max(1, some.size());
  }

  /** How often each verdict was given, by shape. */
  static Map<Shape, Map<String, Integer>> verdicts(List<Result> results) {
    Map<Shape, Map<String, Integer>> counts = new EnumMap<>(Shape.class);
    for (Result result : results) {
      counts
          .computeIfAbsent(result.shape(), s -> new LinkedHashMap<>())
          .merge(result.trend().getClass().getSimpleName(), 1, Integer::sum);
    }
    return counts;
  }
}
