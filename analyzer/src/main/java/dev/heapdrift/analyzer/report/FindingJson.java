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
    ArrayNode stacks = node.putArray("growthStacks");
    details.growthStacks().forEach(stack -> stacks.add(stack(stack)));
    node.set("growth", growth(details.growth()));
    node.set("evidence", evidence(details.evidence()));
    ArrayNode alongside = node.putArray("alongside");
    details.alongside().forEach(other -> alongside.add(container(other)));
    node.put("remedy", details.remedy());
    ArrayNode known = node.putArray("known");
    details.known().forEach(entry -> known.add(known(entry)));
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
    ArrayNode elements = node.putArray("elements");
    container
        .elements()
        .forEach(
            element ->
                elements
                    .addObject()
                    .put("type", element.type())
                    .put("share", Json.rounded(element.share())));
    return node;
  }

  static ObjectNode stack(GrowthStack stack) {
    ObjectNode node = Json.object();
    node.put("share", Json.rounded(stack.share()));
    node.put("samples", stack.samples());
    ArrayNode frames = node.putArray("frames");
    stack.frames().forEach(frame -> frames.add(frame.print()));
    return node;
  }

  private static ObjectNode growth(Growth growth) {
    ObjectNode node = Json.object();
    node.put("entriesPerSecond", Json.rounded(growth.entriesPerSecond()));
    interval(node, "interval", growth.interval());
    node.put("bytesPerSecond", Json.rounded(growth.bytesPerSecond()));
    node.put("perWorkUnit", Json.rounded(growth.perWorkUnit()));
    node.put("secondsToOutOfMemory", Json.rounded(growth.secondsToOutOfMemory()));
    interval(node, "secondsInterval", growth.secondsInterval());
    node.put("plateau", Json.rounded(growth.plateau()));
    return node;
  }

  private static void interval(ObjectNode node, String name, Interval interval) {
    if (interval == null) {
      node.putNull(name);
      return;
    }
    node.putArray(name).add(Json.rounded(interval.low())).add(Json.rounded(interval.high()));
  }

  private static ObjectNode evidence(Evidence evidence) {
    ObjectNode node = Json.object();
    node.put("readings", evidence.readings());
    node.put("spanSeconds", Json.rounded(evidence.spanSeconds()));
    node.put("insertions", evidence.insertions());
    node.put("removals", evidence.removals());
    node.put("failedRemovals", evidence.failedRemovals());
    node.put("hits", evidence.hits());
    node.put("counterpart", FindingText.counterpart(evidence.counterpart()));
    node.put("pattern", evidence.pattern());
    node.put("missing", evidence.missing());
    return node;
  }

  static String print(Frame frame) {
    return frame == null ? null : frame.print();
  }
}
