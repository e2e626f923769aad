package dev.heapdrift.analyzer.picture;

import dev.heapdrift.analyzer.history.HeapPoint;
import dev.heapdrift.analyzer.history.HeapPoint.Source;
import dev.heapdrift.analyzer.history.History;
import dev.heapdrift.analyzer.history.TracedPoint;
import dev.heapdrift.analyzer.report.HistoryWords;
import dev.heapdrift.analyzer.trend.TrendLine;
import dev.heapdrift.snapshot.GcFacts;
import dev.heapdrift.snapshot.GcFacts.Generation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;

/** What the panels of one history show: its heap, its collections, what was traced. */
final class HistoryPanels {
  private static final int TALL = 360;
  private static final int LOW = 240;

  private final History history;
  private final Unit time;

  private HistoryPanels(History history) {
    this.history = history;
    this.time = Unit.ofSeconds(history.endMillis() / 1000.0);
  }

  /** The panels from the top down; those of which nothing is known are left out. */
  static List<XYChart> of(History history) {
    HistoryPanels panels = new HistoryPanels(history);
    List<XYChart> charts = new ArrayList<>();
    charts.add(panels.heap());
    if (!history.collections().isEmpty()) {
      charts.add(panels.collections());
    }
    if (!history.traced().isEmpty()) {
      charts.add(panels.traced());
    }
    return charts;
  }

  private XYChart heap() {
    List<HeapPoint> heap = history.heap();
    TrendLine trend = history.heapTrend();
    double highest = heap.stream().mapToLong(HeapPoint::bytes).max().orElse(0);
    Unit bytes = Unit.ofBytes(highest);
    XYChart chart = PanelStyle.chart(TALL, "heap after GC, " + bytes.name(), time.name());
    chart.setTitle(HistoryWords.title(history));
    frame(chart);
    PanelStyle.trend(chart, trend, time, bytes);
    for (Source source : Source.values()) {
      List<HeapPoint> some = heap.stream().filter(point -> point.source() == source).toList();
      if (!some.isEmpty()) {
        PanelStyle.points(
            chart,
            name(source),
            some.stream().mapToDouble(p -> time.of(p.uptimeMillis() / 1000.0)).toArray(),
            some.stream().mapToDouble(p -> bytes.of((double) p.bytes())).toArray(),
            source == Source.OLD);
      }
    }
    return chart;
  }

  private static String name(Source source) {
    return switch (source) {
      case YOUNG -> "after a young collection";
      case OLD -> "after an old collection";
      case SNAPSHOT -> "after the last collection before a snapshot";
    };
  }

  private XYChart collections() {
    XYChart chart = PanelStyle.chart(LOW, "collections so far", time.name());
    frame(chart);
    for (Generation generation : Generation.values()) {
      List<GcFacts> some = history.collections(generation);
      if (!some.isEmpty()) {
        PanelStyle.steps(
            chart,
            HistoryWords.name(generation) + ": " + HistoryWords.collections(some),
            some.stream().mapToDouble(gc -> time.of(gc.uptimeMillis() / 1000.0)).toArray(),
            IntStream.rangeClosed(1, some.size()).asDoubleStream().toArray(),
            generation == Generation.OLD);
      }
    }
    return chart;
  }

  private XYChart traced() {
    List<TracedPoint> traced = history.traced();
    double highest = traced.stream().mapToLong(TracedPoint::peakBytes).max().orElse(0);
    Unit bytes = Unit.ofBytes(highest);
    XYChart chart = PanelStyle.chart(TALL, "traced, " + bytes.name(), time.name());
    frame(chart);
    PanelStyle.trend(chart, history.tracedTrend(), time, bytes);
    double[] times = traced.stream().mapToDouble(p -> time.of(p.uptimeMillis() / 1000.0)).toArray();
    PanelStyle.steps(
        chart,
        "peak so far",
        times,
        traced.stream().mapToDouble(p -> bytes.of((double) p.peakBytes())).toArray(),
        false);
    PanelStyle.points(
        chart,
        "live",
        times,
        traced.stream().mapToDouble(p -> bytes.of((double) p.liveBytes())).toArray(),
        true);
    return chart;
  }

  // All panels of a history share their time axis.
  private void frame(XYChart chart) {
    chart.getStyler().setXAxisMin(time.of(history.startMillis() / 1000.0));
    chart.getStyler().setXAxisMax(time.of(history.endMillis() / 1000.0));
  }
}
