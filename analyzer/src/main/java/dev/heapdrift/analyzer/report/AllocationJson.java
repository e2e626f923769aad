package dev.heapdrift.analyzer.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heapdrift.analyzer.diff.AllocationDiff;
import dev.heapdrift.analyzer.diff.AllocationTop;
import dev.heapdrift.snapshot.AllocationFacts;
import dev.heapdrift.snapshot.Estimate;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.stats.Key;
import dev.heapdrift.snapshot.stats.Statistic;
import dev.heapdrift.snapshot.stats.StatisticDiff;
import dev.heapdrift.snapshot.stats.TraceQuery;
import dev.heapdrift.snapshot.stats.Traceback;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/**
 * Allocations for programs: schemas {@code heapdrift-top/1} and {@code heapdrift-diff/1}. Intervals
 * are those of 95 %, and null for what was counted.
 */
public final class AllocationJson {
  private static final String TOP = "heapdrift-top/1";

  private AllocationJson() {}

  /**
   * Writes what one snapshot holds.
   *
   * @param top what to write
   * @param limit rows written at most, largest first
   * @param out where to
   */
  public static void write(AllocationTop top, int limit, PrintWriter out) {
    ObjectNode root = Json.document(TOP);
    question(root, top.query());
    root.set("snapshot", JsonReport.snapshot(top.head()));
    root.set("tracer", tracer(top.facts()));
    root.put("untestedBytes", top.untestedBytes());
    root.set("total", amount(top.total()));
    ArrayNode rows = root.putArray("rows");
    for (Statistic row : first(limit, top.rows())) {
      ObjectNode node = key(row.key(), row.traceback(), top.query());
      node.setAll(amount(row));
      rows.add(node);
    }
    Json.write(root, out);
  }

  /**
   * Writes how two snapshots differ.
   *
   * @param diff what to write
   * @param limit rows written at most, largest change first
   * @param out where to
   */
  public static void write(AllocationDiff diff, int limit, PrintWriter out) {
    ObjectNode root = Json.document(DiffJson.SCHEMA);
    root.put("of", "allocations");
    question(root, diff.query());
    root.set("from", JsonReport.snapshot(diff.from()));
    root.set("to", JsonReport.snapshot(diff.to()));
    root.put("untestedBytes", diff.untestedBytes());
    root.set("total", change(diff.total()));
    ArrayNode rows = root.putArray("rows");
    for (StatisticDiff row : first(limit, diff.rows())) {
      ObjectNode node = key(row.key(), row.traceback(), diff.query());
      node.setAll(change(row));
      rows.add(node);
    }
    Json.write(root, out);
  }

  private static <T> List<T> first(int limit, List<T> rows) {
    return rows.subList(0, Math.min(limit, rows.size()));
  }

  private static void question(ObjectNode root, TraceQuery query) {
    root.put("groupBy", query.groupBy().name().toLowerCase(Locale.ROOT));
    root.put("cumulative", query.cumulative());
    root.put("measure", query.measure().name().toLowerCase(Locale.ROOT));
  }

  private static ObjectNode tracer(AllocationFacts facts) {
    ObjectNode node = Json.object();
    node.put("frames", facts.frames());
    node.put("intervalBytes", facts.intervalBytes());
    node.put("sinceSeconds", Json.rounded(facts.sinceMillis() / 1000.0));
    node.put("tracedBytes", facts.tracedBytes());
    node.put("peakBytes", facts.peakBytes());
    node.put("peakSeconds", Json.rounded(facts.peakMillis() / 1000.0));
    node.put("tracerBytes", facts.tracerBytes());
    node.put("hookedSites", facts.hookedSites());
    node.put("retiredSites", facts.retiredSites());
    return node;
  }

  private static ObjectNode key(Key key, Traceback traceback, TraceQuery query) {
    String detail = AllocationText.detail(key, traceback, query.groupBy());
    ObjectNode node = Json.object();
    node.put("key", key.label());
    node.put("detail", detail.isEmpty() ? null : detail);
    node.put("totalFrames", traceback.totalFrames());
    node.set("frames", Json.texts(traceback.frames(), Frame::print));
    return node;
  }

  private static ObjectNode amount(Statistic row) {
    ObjectNode node = Json.object();
    node.put("size", row.size());
    double size = row.size();
    double margin = row.sizeMargin();
    interval(node, "sizeInterval", row.amount(), Math.max(0, size - margin), size + margin);
    double count = row.count();
    double countMargin = row.countMargin();
    node.put("count", row.count());
    interval(
        node, "countInterval", row.amount(), Math.max(0, count - countMargin), count + countMargin);
    node.put("samples", row.amount().samples());
    return node;
  }

  private static ObjectNode change(StatisticDiff row) {
    double margin = row.sizeDiffMargin();
    double countMargin = row.countDiffMargin();
    Estimate both = row.before().plus(row.after());
    ObjectNode node = Json.object();
    node.put("size", row.size());
    node.put("sizeDiff", row.sizeDiff());
    interval(node, "sizeDiffInterval", both, row.sizeDiff() - margin, row.sizeDiff() + margin);
    node.put("count", row.count());
    node.put("countDiff", row.countDiff());
    interval(
        node,
        "countDiffInterval",
        both,
        row.countDiff() - countMargin,
        row.countDiff() + countMargin);
    node.put("withinNoise", row.withinNoise());
    return node;
  }

  private static void interval(
      ObjectNode node, String name, Estimate estimate, double low, double high) {
    node.set(name, estimate.exact() ? null : Json.interval(low, high));
  }
}
