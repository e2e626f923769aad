package dev.heapdrift.analyzer.lines;

import dev.heapdrift.analyzer.series.NewestSnapshot;
import dev.heapdrift.analyzer.series.SnapshotHead;
import dev.heapdrift.snapshot.Estimate;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.stats.GroupBy;
import dev.heapdrift.snapshot.stats.Measure;
import dev.heapdrift.snapshot.stats.Statistic;
import dev.heapdrift.snapshot.stats.StatisticDiff;
import dev.heapdrift.snapshot.stats.TraceQuery;
import dev.heapdrift.snapshot.stats.Traceback;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the lines of one source file hold.
 *
 * @param source which file
 * @param intervalBytes mean bytes between two samples; 1 when every allocation was counted
 * @param newest the snapshot that the figures come from
 * @param earlier the one they are compared with, or null
 * @param lines by line number; -1 for what a class compiled without line numbers has allocated
 */
public record LineTable(
    SourceName source,
    long intervalBytes,
    SnapshotHead newest,
    SnapshotHead earlier,
    SortedMap<Integer, LineFigures> lines) {

  /** Makes the lines unmodifiable. */
  public LineTable {
    lines = Collections.unmodifiableSortedMap(new TreeMap<>(lines));
  }

  /**
   * Sums the traces of a file by line.
   *
   * @param wanted a class or file, as for {@link SourceName#find}
   * @param snapshots one or two snapshots
   * @param cumulative whether a line also counts for what its callees have allocated
   * @throws LinesException when the snapshots cannot answer
   */
  public static LineTable of(String wanted, NewestSnapshot snapshots, boolean cumulative)
      throws LinesException {
    Snapshot newest = snapshots.newest();
    Snapshot earlier = snapshots.earlier();
    boolean compared = earlier != null && earlier.allocations() != null;
    try {
      TraceQuery live = TraceQuery.by(GroupBy.LINE);
      TraceQuery query = cumulative ? live.everyFrame() : live;
      List<Statistic> allocated = query.of(Measure.ALLOCATED).statistics(newest);
      SourceName source =
          SourceName.find(wanted, compared ? List.of(newest, earlier) : List.of(newest));
      Sums sums = new Sums(source, compared ? Estimate.NOTHING : null);
      allocated.forEach(group -> sums.allocated(group.traceback(), group.amount()));
      if (compared) {
        query.compare(earlier, newest).forEach(sums::compared);
      } else {
        query.statistics(newest).forEach(group -> sums.live(group.traceback(), group.amount()));
      }
      return new LineTable(
          source,
          newest.allocations().intervalBytes(),
          SnapshotHead.of(newest),
          compared ? SnapshotHead.of(earlier) : null,
          sums.lines);
    } catch (IllegalArgumentException e) {
      throw new LinesException(e.getMessage());
    }
  }

  /** What all lines have allocated. */
  public LineFigures total() {
    LineFigures none =
        new LineFigures(
            Estimate.NOTHING, earlier == null ? null : Estimate.NOTHING, Estimate.NOTHING, 0);
    return lines.values().stream().reduce(none, LineFigures::plus);
  }

  /** The lines while the groups of traces come in. */
  private static final class Sums {
    private final SourceName source;
    private final Estimate noneBefore;
    private final SortedMap<Integer, LineFigures> lines = new TreeMap<>();

    Sums(SourceName source, Estimate noneBefore) {
      this.source = source;
      this.noneBefore = noneBefore;
    }

    void live(Traceback at, Estimate amount) {
      add(at, new LineFigures(amount, null, Estimate.NOTHING, 0));
    }

    void compared(StatisticDiff diff) {
      add(
          diff.traceback(),
          new LineFigures(diff.after(), diff.before(), Estimate.NOTHING, diff.sizeDiffError()));
    }

    void allocated(Traceback at, Estimate amount) {
      add(at, new LineFigures(Estimate.NOTHING, noneBefore, amount, 0));
    }

    private void add(Traceback at, LineFigures figures) {
      for (Frame frame : at.frames()) {
        if (source.equals(SourceName.of(frame))) {
          lines.merge(Math.max(-1, frame.line()), figures, LineFigures::plus);
        }
      }
    }
  }
}
