package dev.heapdrift.analyzer.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heapdrift.analyzer.diff.Diff;
import dev.heapdrift.analyzer.diff.Row;
import dev.heapdrift.snapshot.Frame;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/**
 * A diff of containers for programs, schema {@code heapdrift-diff/1}. Sizes that were not measured
 * are null.
 */
public final class DiffJson {
  static final String SCHEMA = "heapdrift-diff/1";

  private DiffJson() {}

  /**
   * Writes the diff.
   *
   * @param diff what to write
   * @param limit rows written at most, largest change first
   * @param out where to
   */
  public static void write(Diff diff, int limit, PrintWriter out) {
    ObjectNode root = Json.document(SCHEMA);
    root.put("of", "containers");
    root.put("groupBy", diff.groupBy().name().toLowerCase(Locale.ROOT));
    root.set("from", JsonReport.snapshot(diff.from()));
    root.set("to", JsonReport.snapshot(diff.to()));
    List<Row> all = diff.rows();
    root.set("rows", Json.list(all.subList(0, Math.min(limit, all.size())), DiffJson::row));
    Json.write(root, out);
  }

  private static ObjectNode row(Row row) {
    boolean measured = row.measured();
    ObjectNode node = Json.object();
    node.put("key", row.key().label());
    node.put("detail", row.key().detail());
    node.put("size", measured ? row.after().bytes() : null);
    node.put("sizeDiff", measured ? row.bytesDiff() : null);
    node.put("count", row.after().entries());
    node.put("countDiff", row.entriesDiff());
    node.set("frames", Json.texts(row.key().frames(), Frame::print));
    return node;
  }
}
