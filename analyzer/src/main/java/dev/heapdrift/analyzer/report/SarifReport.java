package dev.heapdrift.analyzer.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heapdrift.analyzer.finding.Kind;
import dev.heapdrift.analyzer.gate.GateResult;
import dev.heapdrift.analyzer.gate.Gated;
import dev.heapdrift.analyzer.gate.Stale;
import dev.heapdrift.analyzer.gate.Standing;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The gate's answer as SARIF 2.1.0, for code scanning: a rule for each kind of leak, and a result
 * for each finding that is not bounded. Paths are relative to {@code %SRCROOT%}, the repository.
 */
public final class SarifReport {
  private static final String VERSION = "2.1.0";
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private SarifReport() {}

  /**
   * Writes the log.
   *
   * @param result what to write
   * @param places where the sources are
   * @param version of heapdrift
   * @param out where to
   */
  public static void write(
      GateResult result, SourcePlaces places, String version, PrintWriter out) {
    ObjectNode root = Json.object();
    root.put("$schema", SCHEMA);
    root.put("version", VERSION);
    ObjectNode run = root.putArray("runs").addObject();
    run.putObject("tool").set("driver", driver(version));
    run.putArray("invocations").add(invocation(result));
    run.put("columnKind", "utf16CodeUnits");
    ArrayNode results = run.putArray("results");
    SarifResult of = new SarifResult(places, result.compared());
    for (Gated gated : result.distinct()) {
      if (gated.standing() != Standing.BOUNDED) {
        results.add(of.node(gated));
      }
    }
    Json.write(root, out);
  }

  private static ObjectNode driver(String version) {
    ObjectNode driver = Json.object();
    driver.put("name", "heapdrift");
    driver.put("version", version);
    ArrayNode rules = driver.putArray("rules");
    for (Kind kind : Kind.values()) {
      ObjectNode rule = rules.addObject();
      rule.put("id", kind.label());
      rule.put("name", pascalCase(kind.label()));
      rule.putObject("shortDescription").put("text", "Memory leak: " + words(kind));
      rule.putObject("help").put("text", "docs/detectors/" + kind.label() + ".md of heapdrift");
      rule.putObject("defaultConfiguration").put("level", "error");
    }
    return driver;
  }

  // A run that measured nothing has no results, and must not look like one without leaks.
  private static ObjectNode invocation(GateResult result) {
    ObjectNode invocation = Json.object();
    invocation.put("executionSuccessful", result.conclusive());
    ArrayNode notes = invocation.putArray("toolExecutionNotifications");
    String doubt = GateWords.doubt(result);
    if (doubt != null) {
      note(notes, "error", "inconclusive: " + doubt);
    }
    for (Stale stale : result.stale()) {
      note(notes, "warning", GateWords.stale(stale));
    }
    result.analysis().notSeen().forEach(sentence -> note(notes, "note", "not seen: " + sentence));
    return invocation;
  }

  private static void note(ArrayNode notes, String level, String text) {
    notes.addObject().put("level", level).putObject("message").put("text", text);
  }

  private static String words(Kind kind) {
    return kind.label().replace('-', ' ');
  }

  private static String pascalCase(String label) {
    return Arrays.stream(label.split("-", -1))
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining());
  }
}
