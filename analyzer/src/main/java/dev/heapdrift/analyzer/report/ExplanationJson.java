package dev.heapdrift.analyzer.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heapdrift.analyzer.finding.Explanation;
import dev.heapdrift.analyzer.series.ContainerSeries;
import dev.heapdrift.analyzer.trend.Check;
import dev.heapdrift.snapshot.ContainerFacts;
import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import dev.heapdrift.snapshot.ZoomFacts.AccessSite;
import java.io.PrintWriter;
import java.util.List;

/**
 * Everything about one finding, schema {@code heapdrift-explanation/1}. Keys are never left out.
 */
public final class ExplanationJson {
  private static final String SCHEMA = "heapdrift-explanation/1";

  private ExplanationJson() {}

  /** Writes the findings of one fingerprint: of several JVMs, or of containers alike. */
  public static void write(List<Explanation> explanations, PrintWriter out) {
    ObjectNode root = Json.object();
    root.put("schema", SCHEMA);
    ArrayNode all = root.putArray("explanations");
    explanations.forEach(explanation -> all.add(explanation(explanation)));
    Json.write(root, out);
  }

  private static ObjectNode explanation(Explanation explanation) {
    ObjectNode node = Json.object();
    node.put("jvm", explanation.startId());
    node.set("finding", FindingJson.of(null, explanation.finding()));
    ArrayNode considered = node.putArray("considered");
    explanation.considered().forEach(check -> considered.add(check(check)));
    node.set("points", points(explanation.points()));
    ArrayNode stacks = node.putArray("stacks");
    explanation.stacks().forEach(stack -> stacks.add(FindingJson.stack(stack)));
    ArrayNode members = node.putArray("members");
    explanation.members().forEach(member -> members.add(member(member)));
    zoom(node.putObject("zoom"), explanation);
    return node;
  }

  private static ObjectNode check(Check check) {
    ObjectNode node = Json.object();
    node.put("test", check.name());
    node.put("passed", check.passed());
    node.put("seen", check.seen());
    node.put("needed", check.needed());
    return node;
  }

  private static ArrayNode points(List<SizePoint> points) {
    ArrayNode node = Json.array();
    for (SizePoint point : points) {
      node.addObject()
          .put("uptimeSeconds", Json.rounded(point.uptimeMillis() / 1000.0))
          .put("size", point.size());
    }
    return node;
  }

  private static ObjectNode member(ContainerSeries member) {
    ContainerFacts facts = member.last();
    ObjectNode node = Json.object();
    node.put("id", facts.id());
    node.put("type", facts.type());
    node.put("owner", facts.owner() == null ? null : facts.owner().path());
    node.put("size", member.size() < 0 ? null : member.size());
    node.put("capacity", facts.capacity());
    node.put(
        "bytesPerEntry", Json.rounded(facts.bytesPerEntry() < 0 ? null : facts.bytesPerEntry()));
    node.put("noticedSeconds", Json.rounded(facts.noticedMillis() / 1000.0));
    node.put("lastGrowthSeconds", Json.rounded(facts.lastGrowthMillis() / 1000.0));
    node.put("growths", facts.growths());
    node.put("collectionsSurvived", facts.ageGcs());
    node.set("points", points(member.points()));
    return node;
  }

  private static void zoom(ObjectNode node, Explanation explanation) {
    ArrayNode insertions = node.putArray("insertions");
    explanation
        .insertions()
        .forEach(
            site ->
                insertions
                    .addObject()
                    .put("site", site.site().print())
                    .put("callee", site.callee())
                    .put("calls", site.count()));
    ArrayNode lookups = node.putArray("lookups");
    ArrayNode removals = node.putArray("removals");
    for (AccessSite site : explanation.accesses()) {
      ArrayNode kind =
          switch (site.access()) {
            case LOOKUP -> lookups;
            case REMOVAL -> removals;
          };
      kind.addObject()
          .put("site", site.site().print())
          .put("callee", site.callee())
          .put("calls", site.calls())
          .put("found", site.found() < 0 ? null : site.found());
    }
    ArrayNode counterparts = node.putArray("counterparts");
    explanation
        .counterparts()
        .forEach(
            counterpart ->
                counterparts
                    .addObject()
                    .put("inserter", counterpart.inserter().print())
                    .put("method", counterpart.method().print())
                    .put("executions", counterpart.executions()));
  }
}
