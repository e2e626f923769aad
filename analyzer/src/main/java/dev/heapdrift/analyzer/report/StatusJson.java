package dev.heapdrift.analyzer.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heapdrift.analyzer.control.AgentStatus;
import java.io.PrintWriter;
import java.util.List;

/** How an agent is doing, for programs, schema {@code heapdrift-status/1}. */
public final class StatusJson {
  private static final String SCHEMA = "heapdrift-status/1";
  private static final List<String> TEXTS = List.of("level", "reason", "version", "snapshots");
  private static final List<String> NUMBERS =
      List.of(
          "startedMillis",
          "uptimeMillis",
          "installNanos",
          "cpuNanos",
          "memoryBytes",
          "containers",
          "instances",
          "tracedBytes",
          "heapAfterGcBytes",
          "written");

  private StatusJson() {}

  /**
   * Writes it; what the agent does not know is null.
   *
   * @param pid of the agent's JVM
   * @param status what it told
   * @param out where to
   */
  public static void write(long pid, AgentStatus status, PrintWriter out) {
    ObjectNode root = Json.document(SCHEMA);
    root.put("pid", pid);
    TEXTS.forEach(name -> root.put(name, status.facts().get(name)));
    NUMBERS.forEach(name -> root.put(name, status.number(name)));
    root.set("growing", Json.list(status.growing(), StatusJson::growing));
    root.set("costs", Json.list(status.costs(), StatusJson::cost));
    ObjectNode drops = root.putObject("drops");
    status.drops().forEach(drops::put);
    root.set("notSeen", Json.texts(status.notSeen(), sentence -> sentence));
    Json.write(root, out);
  }

  private static ObjectNode growing(AgentStatus.Growing one) {
    return Json.object()
        .put("id", one.id())
        .put("sinceMillis", one.sinceMillis())
        .put("entries", one.entries())
        .put("entriesPerSecond", one.entriesPerSecond())
        .put("type", one.type())
        .put("owner", one.owner())
        .put("insertionSite", one.site());
  }

  private static ObjectNode cost(AgentStatus.Cost cost) {
    return Json.object()
        .put("activity", cost.activity())
        .put("count", cost.count())
        .put("nanos", cost.nanos());
  }
}
