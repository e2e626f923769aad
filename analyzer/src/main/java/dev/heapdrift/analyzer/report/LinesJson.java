package dev.heapdrift.analyzer.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heapdrift.analyzer.lines.LineFigures;
import dev.heapdrift.analyzer.lines.LineTable;
import dev.heapdrift.snapshot.Estimate;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/**
 * The lines of a source file that have allocated, for programs, schema {@code heapdrift-lines/1}.
 */
public final class LinesJson {
  private static final String SCHEMA = "heapdrift-lines/1";

  private LinesJson() {}

  /**
   * Writes the lines.
   *
   * @param table the figures
   * @param place where the source was found
   * @param source its lines
   * @param out where to
   */
  public static void write(LineTable table, String place, List<String> source, PrintWriter out) {
    ObjectNode root = Json.document(SCHEMA);
    root.put("source", place);
    root.put("package", table.source().packageName());
    root.put("file", table.source().file());
    root.put("sourceLines", source.size());
    root.put("intervalBytes", table.intervalBytes());
    root.set("from", table.earlier() == null ? null : JsonReport.snapshot(table.earlier()));
    root.set("to", JsonReport.snapshot(table.newest()));
    ArrayNode lines = root.putArray("lines");
    for (Map.Entry<Integer, LineFigures> line : table.lines().entrySet()) {
      int number = line.getKey();
      ObjectNode node = Json.object();
      node.put("line", number < 0 ? null : number);
      boolean known = number >= 1 && number <= source.size();
      node.put("text", known ? source.get(number - 1) : null);
      node.setAll(figures(line.getValue()));
      lines.add(node);
    }
    root.set("total", figures(table.total()));
    Json.write(root, out);
  }

  private static ObjectNode figures(LineFigures figures) {
    boolean compared = figures.before() != null;
    ObjectNode node = Json.object();
    node.set("live", estimate(figures.live()));
    node.put("sizeDiff", compared ? figures.change() : null);
    node.put("sizeDiffMargin", compared ? Json.rounded(figures.changeMargin()) : null);
    node.put("withinNoise", compared ? figures.withinNoise() : null);
    node.put("countDiff", compared ? figures.live().count() - figures.before().count() : null);
    node.set("allocated", estimate(figures.allocated()));
    return node;
  }

  private static ObjectNode estimate(Estimate estimate) {
    ObjectNode node = Json.object();
    node.put("size", estimate.bytes());
    node.put("count", estimate.count());
    node.put("sizeError", Json.rounded(estimate.bytesError()));
    node.put("countError", Json.rounded(estimate.countError()));
    return node;
  }
}
