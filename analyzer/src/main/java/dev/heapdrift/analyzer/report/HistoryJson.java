package dev.heapdrift.analyzer.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heapdrift.analyzer.history.HeapPoint;
import dev.heapdrift.analyzer.history.History;
import dev.heapdrift.analyzer.history.TracedPoint;
import dev.heapdrift.analyzer.trend.TrendLine;
import dev.heapdrift.snapshot.GcFacts;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Histories for programs, schema {@code heapdrift-history/1}. Keys are never left out. */
public final class HistoryJson {
  private static final String SCHEMA = "heapdrift-history/1";

  private HistoryJson() {}

  /** Writes the histories. */
  public static void write(List<History> histories, PrintWriter out) {
    ObjectNode root = Json.document(SCHEMA);
    root.set("runs", Json.list(histories, HistoryJson::run));
    Json.write(root, out);
  }

  private static ObjectNode run(History history) {
    ObjectNode node = Json.object();
    node.set("jvm", JsonReport.jvm(history.jvm()));
    node.put("level", history.level());
    node.put("snapshots", history.snapshots());
    node.put("fromSeconds", Json.rounded(history.startMillis() / 1000.0));
    node.put("toSeconds", Json.rounded(history.endMillis() / 1000.0));
    node.set("heapAfterGc", Json.list(history.heap(), HistoryJson::heap));
    node.set("heapTrend", trend(history.heapTrend()));
    node.set("collections", Json.list(history.collections(), HistoryJson::collection));
    node.put("collectionsMissed", history.missed());
    node.set("traced", Json.list(history.traced(), HistoryJson::traced));
    node.set("tracedTrend", trend(history.tracedTrend()));
    return node;
  }

  private static ObjectNode heap(HeapPoint point) {
    return Json.object()
        .put("uptimeMillis", point.uptimeMillis())
        .put("bytes", point.bytes())
        .put("source", point.source().name().toLowerCase(Locale.ROOT));
  }

  private static ObjectNode collection(GcFacts gc) {
    return Json.object()
        .put("uptimeMillis", gc.uptimeMillis())
        .put("generation", HistoryWords.name(gc.generation()))
        .put("pauseNanos", gc.pauseNanos())
        .put("heapAfterBytes", gc.heapAfterBytes());
  }

  private static ObjectNode traced(TracedPoint point) {
    return Json.object()
        .put("uptimeMillis", point.uptimeMillis())
        .put("liveBytes", point.liveBytes())
        .put("peakBytes", point.peakBytes())
        .put("peakMillis", point.peakMillis());
  }

  private static ObjectNode trend(TrendLine trend) {
    if (trend == null) {
      return null;
    }
    ObjectNode node = Json.object();
    node.put("direction", trend.direction().name().toLowerCase(Locale.ROOT));
    node.put("bytesPerSecond", Json.rounded(trend.slope().perSecond()));
    node.set("interval", Json.interval(trend.slope().low(), trend.slope().high()));
    node.put("fromSeconds", Json.rounded(trend.from()));
    node.put("fromBytes", Json.rounded(trend.start()));
    node.put("toSeconds", Json.rounded(trend.to()));
    node.put("toBytes", Json.rounded(trend.at(trend.to())));
    return node;
  }
}
