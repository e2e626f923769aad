package dev.heapdrift.benchmarks.cost;

import java.util.ArrayList;
import java.util.List;

/** What one process did, turn by turn, or why it does not count. */
final class Turns {

  /**
   * One turn.
   *
   * @param startSeconds when it began, since the set was ready
   * @param seconds how long it took
   * @param nanosPerUnit time of one unit
   * @param cpuNanos CPU time of the whole process during the turn
   */
  record Turn(
      double startSeconds, double seconds, double nanosPerUnit, long units, long cpuNanos) {}

  private final List<Turn> all = new ArrayList<>();
  private String problem = "";

  /** A turn with the answer of the process: units, nanoseconds of all together, CPU time. */
  void add(double startSeconds, double seconds, String result) {
    String[] words = result.split(" ", -1);
    long units = Long.parseLong(words[0]);
    double each = Double.parseDouble(words[1]) / units;
    all.add(new Turn(startSeconds, seconds, each, units, Long.parseLong(words[2])));
  }

  List<Turn> all() {
    return all;
  }

  /** Why there are no turns to read, or empty. */
  String problem() {
    return problem;
  }

  void fail(String why) {
    problem = why;
    all.clear();
  }

  /** Ratios to another process, turn by turn from one turn on. */
  List<Double> ratios(Turns base, int from) {
    List<Double> ratios = new ArrayList<>();
    for (int i = from; i < all.size(); i++) {
      ratios.add(all.get(i).nanosPerUnit() / base.all.get(i).nanosPerUnit());
    }
    return ratios;
  }

  /** Nanoseconds that a unit takes longer than another process's, turn by turn from one turn on. */
  List<Double> differences(Turns base, int from) {
    List<Double> differences = new ArrayList<>();
    for (int i = from; i < all.size(); i++) {
      differences.add(all.get(i).nanosPerUnit() - base.all.get(i).nanosPerUnit());
    }
    return differences;
  }

  List<Double> nanosPerUnit(int from) {
    return all.subList(from, all.size()).stream().map(Turn::nanosPerUnit).toList();
  }

  /** CPU time of a unit, over all turns together: the clock's steps are too long for one. */
  double cpuPerUnit(int from) {
    long cpu = 0;
    long units = 0;
    for (Turn turn : all.subList(from, all.size())) {
      cpu += turn.cpuNanos();
      units += turn.units();
    }
    return (double) cpu / units;
  }

  /** Seconds that the process had worked when this turn began. */
  double workedSeconds(int turn) {
    return all.subList(0, turn).stream().mapToDouble(Turn::seconds).sum();
  }
}
