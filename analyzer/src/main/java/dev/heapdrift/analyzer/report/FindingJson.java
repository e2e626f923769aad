package dev.heapdrift.analyzer.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heapdrift.analyzer.finding.Container;
import dev.heapdrift.analyzer.finding.Details;
import dev.heapdrift.analyzer.finding.Evidence;
import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Growth;
import dev.heapdrift.analyzer.finding.GrowthStack;
import dev.heapdrift.analyzer.finding.Interval;
import dev.heapdrift.analyzer.finding.Known;
import dev.heapdrift.snapshot.ContainerFacts.ElementShare;
import dev.heapdrift.snapshot.Frame;

/** One finding as JSON. */
final class FindingJson {
  private FindingJson() {}

  /** A finding; without a rank where it stands alone. */
  static ObjectNode of(Integer rank, Finding finding) {
    Details details = finding.details();
    ObjectNode node = Json.object();
    node.put("rank", rank);
    node.put("kind", finding.kind().label());
    node.put("verdict", details.verdict().label());
    node.put("confidence", Json.rounded(details.confidence()));
    node.put("fingerprint", details.fingerprint());
    node.put("title", details.title());
    node.set("container", container(details.container()));
    node.put("insertionSite", print(details.insertionSite()));
    node.put("applicationSite", print(details.applicationSite()));
    node.set("growthStacks", Json.list(details.growthStacks(), FindingJson::stack));
    node.set("growth", growth(details.growth()));
    node.set("evidence", evidence(details.evidence()));
    node.set("alongside", Json.list(details.alongside(), FindingJson::container));
    node.put("remedy", details.remedy());
    node.set("known", Json.list(details.known(), FindingJson::known));
    return node;
  }

  private static ObjectNode known(Known known) {
    boolean benign = known instanceof Known.Benign;
    ObjectNode node = Json.object();
    node.put("id", known.id());
    node.put("kind", benign ? "benign" : "known-leak");
    node.put("library", known.library());
    node.put("reason", known.reason());
    node.put("source", known.source());
    node.put("upTo", benign ? ((Known.Benign) known).upTo() : null);
    node.put("doubt", benign ? ((Known.Benign) known).doubt() : null);
    node.put("versions", benign ? null : ((Known.Leak) known).versions());
    node.put("fix", benign ? null : ((Known.Leak) known).fix());
    return node;
  }

  private static ObjectNode container(Container container) {
    ObjectNode node = Json.object();
    node.put("type", container.type());
    node.put("owner", container.owner());
    node.put("holder", container.holder());
    node.put("size", container.size() < 0 ? null : container.size());
    node.put("members", container.members());
    node.set("elements", Json.list(container.elements(), FindingJson::element));
    return node;
  }

  private static ObjectNode element(ElementShare element) {
    return Json.object().put("type", element.type()).put("share", Json.rounded(element.share()));
  }

  static ObjectNode stack(GrowthStack stack) {
    ObjectNode node = Json.object();
    node.put("share", Json.rounded(stack.share()));
    node.put("samples", stack.samples());
    node.set("frames", Json.texts(stack.frames(), Frame::print));
    return node;
  }

  private static ObjectNode growth(Growth growth) {
    ObjectNode node = Json.object();
    node.put("entriesPerSecond", Json.rounded(growth.entriesPerSecond()));
    node.set("interval", interval(growth.interval()));
    node.put("bytesPerSecond", Json.rounded(growth.bytesPerSecond()));
    node.put("perWorkUnit", Json.rounded(growth.perWorkUnit()));
    node.put("secondsToOutOfMemory", Json.rounded(growth.secondsToOutOfMemory()));
    node.set("secondsInterval", interval(growth.secondsInterval()));
    node.put("plateau", Json.rounded(growth.plateau()));
    return node;
  }

  private static ArrayNode interval(Interval interval) {
    return interval == null ? null : Json.interval(interval.low(), interval.high());
  }

  private static ObjectNode evidence(Evidence evidence) {
    ObjectNode node = Json.object();
    node.put("readings", evidence.readings());
    node.put("spanSeconds", Json.rounded(evidence.spanSeconds()));
    node.put("insertions", evidence.insertions());
    node.put("removals", evidence.removals());
    node.put("failedRemovals", evidence.failedRemovals());
    node.put("hits", evidence.hits());
    node.put("counterpart", FindingFacts.counterpart(evidence.counterpart()));
    node.put("pattern", evidence.pattern());
    node.put("missing", evidence.missing());
    return node;
  }

  static String print(Frame frame) {
    return frame == null ? null : frame.print();
  }
}
