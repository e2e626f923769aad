package dev.heapdrift.analyzer.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
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
    ObjectNode root = Json.object();
    root.put("schema", SCHEMA);
    root.put("pid", pid);
    TEXTS.forEach(name -> root.put(name, status.facts().get(name)));
    NUMBERS.forEach(name -> root.put(name, status.number(name)));
    ArrayNode costs = root.putArray("costs");
    for (AgentStatus.Cost cost : status.costs()) {
      costs
          .addObject()
          .put("activity", cost.activity())
          .put("count", cost.count())
          .put("nanos", cost.nanos());
    }
    ObjectNode drops = root.putObject("drops");
    status.drops().forEach(drops::put);
    ArrayNode notSeen = root.putArray("notSeen");
    status.notSeen().forEach(notSeen::add);
    Json.write(root, out);
  }
}
