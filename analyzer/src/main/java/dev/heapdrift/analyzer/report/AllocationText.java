package dev.heapdrift.analyzer.report;

import dev.heapdrift.analyzer.diff.AllocationDiff;
import dev.heapdrift.analyzer.diff.AllocationTop;
import dev.heapdrift.snapshot.AllocationFacts;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.stats.GroupBy;
import dev.heapdrift.snapshot.stats.Key;
import dev.heapdrift.snapshot.stats.Measure;
import dev.heapdrift.snapshot.stats.Statistic;
import dev.heapdrift.snapshot.stats.StatisticDiff;
import dev.heapdrift.snapshot.stats.TraceQuery;
import dev.heapdrift.snapshot.stats.Traceback;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/**
 * Allocations for people, a line a group as tracemalloc prints it. What is estimated has its 95 %
 * interval; a change that may be an accident of sampling is faint and says so.
 *
 * @param style what their terminal can show
 * @param limit rows printed at most
 */
public record AllocationText(Style style, int limit) {

  /** Writes what one snapshot holds. */
  public void write(AllocationTop top, PrintWriter writer) {
    TextOut out = new TextOut(writer);
    out.line(style.strong("top" + question(top.query())) + ": " + TextOut.head(top.head()));
    out.line(style.faint(tracer(top.facts())));
    for (Statistic row : first(top.rows())) {
      row(row.key(), row.traceback(), row.figures(), false, top.query().groupBy(), out);
    }
    rest(top.rows().size(), out);
    out.line("total: " + top.total().figures());
    untested(top.query().measure(), top.untestedBytes(), out);
  }

  /** Writes how two snapshots differ. */
  public void write(AllocationDiff diff, PrintWriter writer) {
    TextOut out = new TextOut(writer);
    out.line(
        style.strong("diff" + question(diff.query()))
            + ": "
            + TextOut.head(diff.from())
            + " to "
            + TextOut.head(diff.to()));
    for (StatisticDiff row : first(diff.rows())) {
      row(
          row.key(),
          row.traceback(),
          row.figures(),
          row.withinNoise(),
          diff.query().groupBy(),
          out);
    }
    rest(diff.rows().size(), out);
    out.line("total: " + diff.total().figures());
    untested(diff.query().measure(), diff.untestedBytes(), out);
  }

  private <T> List<T> first(List<T> rows) {
    return rows.subList(0, Math.min(limit, rows.size()));
  }

  private void row(
      Key key, Traceback traceback, String figures, boolean noise, GroupBy groupBy, TextOut out) {
    String label = TextOut.safe(key.label()) + ": ";
    String detail = detail(key, traceback, groupBy);
    String after = detail.isEmpty() ? "" : "  " + TextOut.safe(detail);
    out.line(
        noise
            ? style.faint(label + figures + after)
            : style.strong(label) + figures + style.faint(after));
    if (groupBy == GroupBy.TRACEBACK) {
      List<Frame> frames = traceback.frames();
      frames.forEach(frame -> out.line("    at " + TextOut.safe(frame.print())));
      int cut = traceback.totalFrames() - frames.size();
      if (cut > 0) {
        out.line("    ... " + cut + (cut == 1 ? " more frame" : " more frames"));
      }
    }
  }

  /** What tells apart rows of the same label. */
  static String detail(Key key, Traceback traceback, GroupBy groupBy) {
    return switch (groupBy) {
      case LINE -> traceback.frames().isEmpty() ? "" : traceback.frames().get(0).method();
      case FILE -> key.scope() == null ? "" : key.scope();
      case METHOD, CLASS, PACKAGE, TRACEBACK, TYPE -> "";
    };
  }

  private void rest(int rows, TextOut out) {
    if (rows > limit) {
      out.line("... " + (rows - limit) + " more (--limit)");
    }
    if (rows == 0) {
      out.line("nothing of this kind was allocated, or the filters leave nothing");
    }
  }

  private void untested(Measure measure, long bytes, TextOut out) {
    if (bytes > 0 && measure == Measure.SURVIVED) {
      out.line(
          style.faint(
              "not counted: "
                  + Quantity.bytes(bytes)
                  + " that no collection has tested yet (--measure live counts them)"));
    }
  }

  private static String question(TraceQuery query) {
    return " by "
        + query.groupBy().name().toLowerCase(Locale.ROOT)
        + (query.cumulative() ? " (cumulative), " : ", ")
        + switch (query.measure()) {
          case LIVE -> "live objects";
          case SURVIVED -> "objects that survived a collection";
          case ALLOCATED -> "all allocations";
          case PEAK -> "objects live at the peak";
        };
  }

  private static String tracer(AllocationFacts facts) {
    String how =
        facts.intervalBytes() <= 1
            ? "every allocation counted"
            : "one sample every " + Quantity.bytes(facts.intervalBytes());
    return "traced "
        + Quantity.bytes(facts.tracedBytes())
        + ", at most "
        + Quantity.bytes(facts.peakBytes())
        + " at "
        + Quantity.duration(facts.peakMillis() / 1000.0)
        + "; "
        + how;
  }
}
