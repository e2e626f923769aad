package dev.heapdrift.analyzer.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heapdrift.analyzer.Analysis;
import dev.heapdrift.analyzer.Analysis.WatchedRun;
import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.series.SnapshotHead;
import dev.heapdrift.analyzer.series.Unreadable;
import dev.heapdrift.snapshot.JvmFacts;
import java.io.PrintWriter;
import java.util.List;

/** The report for programs, schema {@code heapdrift-findings/1}. Keys are never left out. */
public final class JsonReport {
  private static final String SCHEMA = "heapdrift-findings/1";

  private JsonReport() {}

  /**
   * Writes the report.
   *
   * @param analysis what to write
   * @param limit findings written at most, by rank
   * @param out where to
   */
  public static void write(Analysis analysis, int limit, PrintWriter out) {
    Json.write(of(analysis, limit), out);
  }

  /** The report as a tree. */
  static ObjectNode of(Analysis analysis, int limit) {
    ObjectNode root = Json.document(SCHEMA);
    root.put("outcome", analysis.outcome().label());
    root.set("runs", Json.list(analysis.runs(), JsonReport::run));
    root.set("unreadable", Json.list(analysis.unreadable(), JsonReport::unreadable));
    root.put("snapshots", analysis.snapshots());
    root.put("spanSeconds", Json.rounded(analysis.spanSeconds()));
    root.put("level", analysis.level());
    root.put("judged", analysis.judged());
    ArrayNode findings = root.putArray("findings");
    List<Finding> ranked = analysis.findings();
    for (int i = 0; i < Math.min(limit, ranked.size()); i++) {
      findings.add(FindingJson.of(i + 1, ranked.get(i)));
    }
    root.set("notSeen", Json.texts(analysis.notSeen(), sentence -> sentence));
    ObjectNode drops = root.putObject("drops");
    analysis.drops().forEach(drops::put);
    return root;
  }

  private static ObjectNode run(WatchedRun run) {
    ObjectNode node = Json.object();
    node.set("jvm", jvm(run.jvm()));
    node.put("level", run.level());
    node.put("snapshots", run.snapshots());
    node.put("spanSeconds", Json.rounded(run.spanSeconds()));
    return node;
  }

  static ObjectNode jvm(JvmFacts jvm) {
    ObjectNode node = Json.object();
    node.put("startId", jvm.startId());
    node.put("startMillis", jvm.startMillis());
    node.put("version", jvm.version());
    node.put("vmName", jvm.vmName());
    node.put("collector", jvm.collector());
    node.put("maxHeapBytes", jvm.maxHeapBytes());
    node.put("processors", jvm.processors());
    return node;
  }

  static ObjectNode snapshot(SnapshotHead head) {
    ObjectNode node = Json.object();
    node.set("jvm", jvm(head.jvm()));
    node.put("sequence", head.capture().sequence());
    node.put("uptimeSeconds", Json.rounded(head.capture().uptimeMillis() / 1000.0));
    return node;
  }

  private static ObjectNode unreadable(Unreadable file) {
    ObjectNode node = Json.object();
    node.put("file", file.file().toString());
    node.put("problem", file.problem());
    return node;
  }
}
