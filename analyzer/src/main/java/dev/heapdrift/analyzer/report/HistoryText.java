package dev.heapdrift.analyzer.report;

import dev.heapdrift.analyzer.history.HeapPoint;
import dev.heapdrift.analyzer.history.HeapPoint.Source;
import dev.heapdrift.analyzer.history.History;
import dev.heapdrift.analyzer.history.TracedPoint;
import dev.heapdrift.analyzer.trend.TrendLine;
import dev.heapdrift.snapshot.GcFacts;
import dev.heapdrift.snapshot.GcFacts.Generation;
import java.io.PrintWriter;
import java.util.List;

/**
 * A history for people: a plot of the heap, a line for each generation, a plot of what was traced.
 *
 * @param style what their terminal can show
 */
public record HistoryText(Style style) {

  /** Writes the histories, one below the other. */
  public void write(List<History> histories, PrintWriter writer) {
    TextOut out = new TextOut(writer);
    for (int i = 0; i < histories.size(); i++) {
      if (i > 0) {
        out.blank();
      }
      write(histories.get(i), out);
    }
  }

  private void write(History history, TextOut out) {
    out.line(style.strong("history of ") + TextOut.safe(HistoryWords.title(history)));
    heap(history, out);
    collections(history, out);
    traced(history, out);
  }

  private void heap(History history, TextOut out) {
    out.blank();
    List<HeapPoint> heap = history.heap();
    if (heap.isEmpty()) {
      out.line("heap after GC: no collection yet");
      return;
    }
    out.line(style.strong("heap after GC") + "  " + HistoryWords.heap(history));
    if (heap.size() < 2) {
      return; // nothing went from anywhere to anywhere
    }
    double top = heap.stream().mapToLong(HeapPoint::bytes).max().orElse(0);
    TextPlot plot = plot(history, top, history.heapTrend());
    for (HeapPoint point : heap) {
      if (point.source() != Source.OLD) {
        plot.point(seconds(point.uptimeMillis()), (double) point.bytes(), young());
      }
    }
    for (HeapPoint point : heap) {
      if (point.source() == Source.OLD) {
        plot.point(seconds(point.uptimeMillis()), (double) point.bytes(), old());
      }
    }
    plot.lines().forEach(out::line);
    String marks =
        heap.get(0).source() == Source.SNAPSHOT
            ? young() + " last collection before a snapshot"
            : young() + " young  " + old() + " old";
    out.line(key(marks, history.heapTrend()));
  }

  private void collections(History history, TextOut out) {
    if (history.collections().isEmpty()) {
      return;
    }
    out.blank();
    out.line(style.strong("collections"));
    for (Generation generation : Generation.values()) {
      List<GcFacts> some = history.collections(generation);
      out.line(
          String.format(
              "  %-6s %s  %s",
              HistoryWords.name(generation),
              Sparkline.rate(times(some), history.startMillis(), history.endMillis(), style),
              HistoryWords.collections(some)));
    }
    if (history.missed() > 0) {
      out.line("  " + Quantity.count(history.missed()) + " more that no snapshot holds");
    }
  }

  private static long[] times(List<GcFacts> collections) {
    return collections.stream().mapToLong(GcFacts::uptimeMillis).toArray();
  }

  private void traced(History history, TextOut out) {
    List<TracedPoint> traced = history.traced();
    if (traced.isEmpty()) {
      return;
    }
    out.blank();
    out.line(style.strong("traced bytes") + "  " + HistoryWords.traced(history));
    if (traced.size() < 2) {
      return;
    }
    double top = traced.stream().mapToLong(HistoryText::highest).max().orElse(0);
    TextPlot plot = plot(history, top, history.tracedTrend());
    traced.forEach(p -> plot.point(seconds(p.uptimeMillis()), (double) p.peakBytes(), peak()));
    traced.forEach(p -> plot.point(seconds(p.uptimeMillis()), (double) p.liveBytes(), old()));
    plot.lines().forEach(out::line);
    out.line(key(old() + " live  " + peak() + " peak so far", history.tracedTrend()));
  }

  private static long highest(TracedPoint point) {
    return Math.max(point.liveBytes(), point.peakBytes());
  }

  private TextPlot plot(History history, double top, TrendLine trend) {
    double highest = trend == null ? top : Math.max(top, trend.at(trend.to()));
    TextPlot plot =
        new TextPlot(seconds(history.startMillis()), seconds(history.endMillis()), highest, style);
    if (trend != null) {
      plot.line(trend.from(), trend.start(), trend.to(), trend.at(trend.to()), line());
    }
    return plot;
  }

  private String key(String marks, TrendLine trend) {
    String sentence =
        trend == null ? "no trend: too few readings" : line() + " trend: " + coloured(trend);
    return "           " + marks + "  " + sentence;
  }

  private String coloured(TrendLine trend) {
    String text = HistoryWords.trend(trend);
    return trend.direction() == TrendLine.Direction.RISING ? style.yellow(text) : text;
  }

  private static double seconds(long millis) {
    return millis / 1000.0;
  }

  private char young() {
    return style.unicode() ? '·' : '.';
  }

  private char old() {
    return style.unicode() ? '●' : 'o';
  }

  private char peak() {
    return style.unicode() ? '▔' : '^';
  }

  private char line() {
    return style.unicode() ? '─' : '-';
  }
}
