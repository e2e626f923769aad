package dev.heapdrift.snapshot.stats;

import dev.heapdrift.snapshot.AllocationFacts;
import dev.heapdrift.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;

/**
 * A question to the traces of snapshots.
 *
 * @param groupBy what a group of traces has in common
 * @param cumulative whether a trace counts for every application frame of its stack, once each, and
 *     not only for the first
 * @param measure which figure is summed
 * @param filters which traces count; all when empty
 */
public record TraceQuery(
    GroupBy groupBy, boolean cumulative, Measure measure, List<Filter> filters) {

  /**
   * Checks that the components go together.
   *
   * @throws IllegalArgumentException in one line, for a cumulative query whose groups are no frames
   */
  public TraceQuery {
    filters = List.copyOf(filters);
    if (cumulative && !groupBy.byFrame()) {
      throw new IllegalArgumentException(
          "cumulative goes with line, file, method, class or package only");
    }
  }

  /** Live objects by a key, not cumulative, unfiltered. */
  public static TraceQuery by(GroupBy groupBy) {
    return new TraceQuery(groupBy, false, Measure.LIVE, List.of());
  }

  /** The same, counting for every application frame of a stack. */
  public TraceQuery everyFrame() {
    return new TraceQuery(groupBy, true, measure, filters);
  }

  /** The same for another figure. */
  public TraceQuery of(Measure other) {
    return new TraceQuery(groupBy, cumulative, other, filters);
  }

  /** The same with these filters and no others. */
  public TraceQuery where(List<Filter> others) {
    return new TraceQuery(groupBy, cumulative, measure, others);
  }

  /**
   * Groups the traces of a snapshot. Groups that hold nothing are left out.
   *
   * @param snapshot a snapshot with allocations
   * @return largest first: by size, count and key
   * @throws IllegalArgumentException in one line, when the snapshot cannot answer
   */
  public List<Statistic> statistics(Snapshot snapshot) {
    check(snapshot);
    List<Statistic> statistics = new ArrayList<>();
    new Grouping(this, new SourceFiles(snapshot))
        .groups(snapshot)
        .forEach(
            (key, group) -> {
              if (group.holdsAny()) {
                statistics.add(new Statistic(key, group.traceback(key), group.sum()));
              }
            });
    statistics.sort(Statistic.ORDER);
    return List.copyOf(statistics);
  }

  /**
   * Compares two snapshots: a full outer join of their groups.
   *
   * @param older a snapshot with allocations
   * @param newer another one, of the same JVM or not
   * @return largest change first: by |size diff|, size, |count diff|, count and key
   * @throws IllegalArgumentException in one line, when a snapshot cannot answer
   */
  public List<StatisticDiff> compare(Snapshot older, Snapshot newer) {
    check(older);
    check(newer);
    return new Comparison(older, newer, this).diffs();
  }

  /**
   * Leaves out what filters drop, as tracemalloc's {@code filter_traces}.
   *
   * @param snapshot a snapshot with allocations
   * @param filters which traces stay; all when empty
   * @return the same snapshot with fewer traces
   * @throws IllegalArgumentException in one line, when the snapshot holds no allocations
   */
  public static Snapshot filter(Snapshot snapshot, List<Filter> filters) {
    by(GroupBy.LINE).check(snapshot);
    return Grouping.filter(snapshot, filters);
  }

  private void check(Snapshot snapshot) {
    AllocationFacts facts = snapshot.allocations();
    if (facts == null) {
      throw new IllegalArgumentException(
          "a snapshot holds no allocations; the agent ran at level " + snapshot.agent().level());
    }
    if (cumulative && facts.frames() < 2) {
      throw new IllegalArgumentException(
          "cumulative needs stacks of more than one frame; the tracer ran with frames=1");
    }
  }
}
