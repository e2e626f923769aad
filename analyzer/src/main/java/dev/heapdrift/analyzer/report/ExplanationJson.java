package dev.heapdrift.analyzer.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heapdrift.analyzer.finding.Explanation;
import dev.heapdrift.analyzer.series.ContainerSeries;
import dev.heapdrift.analyzer.trend.Check;
import dev.heapdrift.snapshot.ContainerFacts;
import dev.heapdrift.snapshot.ContainerFacts.InsertionSite;
import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import dev.heapdrift.snapshot.ZoomFacts.Access;
import dev.heapdrift.snapshot.ZoomFacts.AccessSite;
import dev.heapdrift.snapshot.ZoomFacts.Counterpart;
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
    ObjectNode root = Json.document(SCHEMA);
    root.set("explanations", Json.list(explanations, ExplanationJson::explanation));
    Json.write(root, out);
  }

  private static ObjectNode explanation(Explanation explanation) {
    ObjectNode node = Json.object();
    node.put("jvm", explanation.startId());
    node.set("finding", FindingJson.of(null, explanation.finding()));
    node.set("considered", Json.list(explanation.considered(), ExplanationJson::check));
    node.set("points", Json.list(explanation.points(), ExplanationJson::point));
    node.set("stacks", Json.list(explanation.stacks(), FindingJson::stack));
    node.set("members", Json.list(explanation.members(), ExplanationJson::member));
    node.set("zoom", zoom(explanation));
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

  private static ObjectNode point(SizePoint point) {
    return Json.object()
        .put("uptimeSeconds", Json.rounded(point.uptimeMillis() / 1000.0))
        .put("size", point.size());
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
    node.set("points", Json.list(member.points(), ExplanationJson::point));
    return node;
  }

  private static ObjectNode zoom(Explanation explanation) {
    ObjectNode node = Json.object();
    node.set("insertions", Json.list(explanation.insertions(), ExplanationJson::insertion));
    node.set("lookups", accesses(explanation, Access.LOOKUP));
    node.set("removals", accesses(explanation, Access.REMOVAL));
    node.set("counterparts", Json.list(explanation.counterparts(), ExplanationJson::counterpart));
    return node;
  }

  private static ObjectNode insertion(InsertionSite site) {
    return Json.object()
        .put("site", site.site().print())
        .put("callee", site.callee())
        .put("calls", site.count());
  }

  private static ArrayNode accesses(Explanation explanation, Access kind) {
    List<AccessSite> sites =
        explanation.accesses().stream().filter(site -> site.access() == kind).toList();
    return Json.list(sites, ExplanationJson::access);
  }

  private static ObjectNode access(AccessSite site) {
    return Json.object()
        .put("site", site.site().print())
        .put("callee", site.callee())
        .put("calls", site.calls())
        .put("found", site.found() < 0 ? null : site.found());
  }

  private static ObjectNode counterpart(Counterpart counterpart) {
    return Json.object()
        .put("inserter", counterpart.inserter().print())
        .put("method", counterpart.method().print())
        .put("executions", counterpart.executions());
  }
}
