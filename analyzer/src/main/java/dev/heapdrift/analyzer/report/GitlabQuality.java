package dev.heapdrift.analyzer.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heapdrift.analyzer.gate.GateResult;
import dev.heapdrift.analyzer.gate.Gated;
import dev.heapdrift.analyzer.gate.Standing;
import dev.heapdrift.analyzer.report.SourcePlaces.Place;
import java.io.PrintWriter;

/**
 * GitLab's code quality report: its subset of Code Climate's issues. GitLab compares the reports of
 * two branches by itself, so that known findings are in it too; one fingerprint stands in it once.
 */
public final class GitlabQuality {
  private GitlabQuality() {}

  /** Writes the report, an array. */
  public static void write(GateResult result, SourcePlaces places, PrintWriter out) {
    ArrayNode issues = Json.array();
    for (Gated gated : result.distinct()) {
      String severity = severity(gated.standing());
      if (severity != null) {
        issues.add(issue(gated, severity, places.of(gated.finding().details())));
      }
    }
    Json.write(issues, out);
  }

  private static String severity(Standing standing) {
    return switch (standing) {
      case NEW, WORSE, EXPIRED -> "critical";
      case KNOWN, BELOW -> "minor";
      case OPEN -> "info";
      case SUPPRESSED, BOUNDED -> null;
    };
  }

  private static ObjectNode issue(Gated gated, String severity, Place place) {
    ObjectNode issue = Json.object();
    issue.put("description", GateWords.standing(gated) + ": " + gated.finding().details().title());
    issue.put("check_name", gated.finding().kind().label());
    issue.put("fingerprint", gated.finding().details().fingerprint());
    issue.put("severity", severity);
    issue
        .putObject("location")
        .put("path", place.path())
        .putObject("lines")
        .put("begin", Math.max(1, place.line()));
    return issue;
  }
}
