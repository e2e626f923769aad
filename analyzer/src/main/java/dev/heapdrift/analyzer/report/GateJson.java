package dev.heapdrift.analyzer.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heapdrift.analyzer.gate.GateResult;
import dev.heapdrift.analyzer.gate.Gated;
import dev.heapdrift.analyzer.gate.Stale;
import java.io.PrintWriter;

/** The gate's answer for programs, schema {@code heapdrift-check/1}. Keys are never left out. */
public final class GateJson {
  private static final String SCHEMA = "heapdrift-check/1";

  private GateJson() {}

  /** Writes the answer, and within it the whole report on the analysis. */
  public static void write(GateResult result, PrintWriter out) {
    ObjectNode root = Json.document(SCHEMA);
    root.put("outcome", GateWords.answer(result));
    root.put("conclusive", result.conclusive());
    root.put("compared", result.compared());
    root.put("failing", result.failing().size());
    ArrayNode standings = root.putArray("standings");
    for (int i = 0; i < result.findings().size(); i++) {
      standings.add(standing(i + 1, result.findings().get(i)));
    }
    root.set("stale", Json.list(result.stale(), GateJson::stale));
    root.set("analysis", JsonReport.of(result.analysis(), Integer.MAX_VALUE));
    Json.write(root, out);
  }

  private static ObjectNode standing(int rank, Gated gated) {
    ObjectNode node = Json.object();
    node.put("rank", rank);
    node.put("fingerprint", gated.finding().details().fingerprint());
    node.put("standing", gated.standing().label());
    node.put("fails", gated.standing().fails());
    node.put("why", gated.why());
    node.put("reason", gated.reason());
    return node;
  }

  private static ObjectNode stale(Stale stale) {
    ObjectNode node = Json.object();
    node.put("list", stale.list());
    node.put("what", stale.what());
    node.put("why", stale.why());
    node.put("reason", stale.reason());
    node.put("owner", stale.owner());
    return node;
  }
}
