package dev.heapdrift.analyzer.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heapdrift.analyzer.history.History;
import dev.heapdrift.analyzer.trend.TrendLine;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Histories for programs, schema {@code heapdrift-history/1}. Keys are never left out. */
public final class HistoryJson {
  private static final String SCHEMA = "heapdrift-history/1";

  private HistoryJson() {}

  /** Writes the histories. */
  public static void write(List<History> histories, PrintWriter out) {
    ObjectNode root = Json.object();
    root.put("schema", SCHEMA);
    ArrayNode runs = root.putArray("runs");
    histories.forEach(history -> runs.add(run(history)));
    Json.write(root, out);
  }

  private static ObjectNode run(History history) {
    ObjectNode node = Json.object();
    node.set("jvm", JsonReport.jvm(history.jvm()));
    node.put("level", history.level());
    node.put("snapshots", history.snapshots());
    node.put("fromSeconds", Json.rounded(history.startMillis() / 1000.0));
    node.put("toSeconds", Json.rounded(history.endMillis() / 1000.0));
    ArrayNode heap = node.putArray("heapAfterGc");
    history
        .heap()
        .forEach(
            point ->
                heap.addObject()
                    .put("uptimeMillis", point.uptimeMillis())
                    .put("bytes", point.bytes())
                    .put("source", point.source().name().toLowerCase(Locale.ROOT)));
    node.set("heapTrend", trend(history.heapTrend()));
    ArrayNode collections = node.putArray("collections");
    history
        .collections()
        .forEach(
            gc ->
                collections
                    .addObject()
                    .put("uptimeMillis", gc.uptimeMillis())
                    .put("generation", HistoryWords.name(gc.generation()))
                    .put("pauseNanos", gc.pauseNanos())
                    .put("heapAfterBytes", gc.heapAfterBytes()));
    node.put("collectionsMissed", history.missed());
    ArrayNode traced = node.putArray("traced");
    history
        .traced()
        .forEach(
            point ->
                traced
                    .addObject()
                    .put("uptimeMillis", point.uptimeMillis())
                    .put("liveBytes", point.liveBytes())
                    .put("peakBytes", point.peakBytes())
                    .put("peakMillis", point.peakMillis()));
    node.set("tracedTrend", trend(history.tracedTrend()));
    return node;
  }

  private static ObjectNode trend(TrendLine trend) {
    if (trend == null) {
      return null;
    }
    ObjectNode node = Json.object();
    node.put("direction", trend.direction().name().toLowerCase(Locale.ROOT));
    node.put("bytesPerSecond", Json.rounded(trend.slope().perSecond()));
    ArrayNode interval = node.putArray("interval");
    interval.add(Json.rounded(trend.slope().low())).add(Json.rounded(trend.slope().high()));
    node.put("fromSeconds", Json.rounded(trend.from()));
    node.put("fromBytes", Json.rounded(trend.start()));
    node.put("toSeconds", Json.rounded(trend.to()));
    node.put("toBytes", Json.rounded(trend.at(trend.to())));
    return node;
  }
}
