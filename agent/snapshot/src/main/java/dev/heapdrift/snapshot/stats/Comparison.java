package dev.heapdrift.snapshot.stats;

import dev.heapdrift.snapshot.Estimate;
import dev.heapdrift.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The full outer join of the groups of two snapshots, and how sure each change is.
 *
 * <p>Two snapshots of one tracer share the samples that lived through both, with the same weights;
 * these cancel in the difference, and so do their variances: var(after - before) = var(before) +
 * var(after) - 2 var(shared). Which samples they share is not in the files, but how many they share
 * at least is: what is in the newer one and not shared was allocated in between, and the variance
 * of what was allocated in between is the difference of two sums that only grow. So a table that
 * stands still has no noise, however large it is, and a leak beside it shows.
 */
final class Comparison {
  private final Map<Key, Group> before;
  private final Map<Key, Group> after;
  private final Measure measure;
  private final boolean oneTracer;

  Comparison(Snapshot older, Snapshot newer, TraceQuery query) {
    SourceFiles files = new SourceFiles(older, newer);
    before = new Grouping(query, files).groups(older);
    after = new Grouping(query, files).groups(newer);
    measure = query.measure();
    oneTracer =
        older.jvm().startId().equals(newer.jvm().startId())
            && older.allocations().sinceMillis() == newer.allocations().sinceMillis();
  }

  /** Groups that hold something in either snapshot, largest change first. */
  List<StatisticDiff> diffs() {
    List<StatisticDiff> diffs = new ArrayList<>();
    after.forEach(
        (key, group) -> {
          Group old = before.remove(key);
          add(key, old == null ? new Group() : old, group, diffs);
        });
    before.forEach((key, gone) -> add(key, gone, new Group(), diffs));
    diffs.sort(StatisticDiff.ORDER);
    return List.copyOf(diffs);
  }

  private void add(Key key, Group from, Group to, List<StatisticDiff> diffs) {
    if (!from.holdsAny() && !to.holdsAny()) {
      return;
    }
    Traceback traceback = to.holdsAny() ? to.traceback(key) : from.traceback(key);
    Estimate held = from.sum();
    Estimate holds = to.sum();
    diffs.add(
        new StatisticDiff(
            key,
            traceback,
            held,
            holds,
            error(held.bytesError(), holds.bytesError(), newBytes(from, to)),
            error(held.countError(), holds.countError(), newCount(from, to))));
  }

  private double newBytes(Group from, Group to) {
    return variance(to.allocated().bytesError())
        - variance(from.allocated().bytesError())
        + testedSince(from.untested().bytesError());
  }

  private double newCount(Group from, Group to) {
    return variance(to.allocated().countError())
        - variance(from.allocated().countError())
        + testedSince(from.untested().countError());
  }

  // What had not yet survived then counts as new when it has now, though it was allocated before.
  private double testedSince(double error) {
    return measure == Measure.SURVIVED ? variance(error) : 0;
  }

  /**
   * Standard error of a difference.
   *
   * @param from standard error of what was held
   * @param to standard error of what is held
   * @param newest largest variance of what is held now and was not then; negative when sums that
   *     only grow have shrunk, as after traces were dropped for want of room: then nothing is known
   */
  private double error(double from, double to, double newest) {
    double shared = 0;
    if (oneTracer && measure != Measure.PEAK && newest >= 0) {
      shared = Math.max(0, Math.min(variance(from), variance(to) - newest));
    }
    return Math.sqrt(Math.max(0, variance(from) + variance(to) - 2 * shared));
  }

  private static double variance(double error) {
    return error * error;
  }
}
