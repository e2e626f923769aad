package dev.heapdrift.benchmarks.cost;

import dev.heapdrift.benchmarks.MedianInterval;
import java.util.ArrayList;
import java.util.List;

/**
 * When a tool has become as cheap as it gets: the turn from which on the ratio, as a running median
 * of {@value #WINDOW} turns, is never more than {@value #TOLERANCE} above its final value.
 */
final class Settling {

  private static final int WINDOW = 5;
  private static final double TOLERANCE = 0.05;

  private Settling() {}

  /**
   * The turn, from 0.
   *
   * @param sets ratios of each set, turn by turn; all of the same length
   * @param measuredFrom the turn from which on the final value is taken
   */
  static int turn(List<List<Double>> sets, int measuredFrom) {
    List<Double> ratios = new ArrayList<>();
    for (int turn = 0; turn < sets.get(0).size(); turn++) {
      int t = turn;
      ratios.add(MedianInterval.of(sets.stream().map(set -> set.get(t)).toList()).median());
    }
    double last = MedianInterval.of(ratios.subList(measuredFrom, ratios.size())).median();
    for (int end = measuredFrom; end >= WINDOW; end--) {
      double running = MedianInterval.of(ratios.subList(end - WINDOW, end)).median();
      if (running > last * (1 + TOLERANCE)) {
        return end;
      }
    }
    return 0;
  }
}
