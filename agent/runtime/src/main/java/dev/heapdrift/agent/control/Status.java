package dev.heapdrift.agent.control;

import dev.heapdrift.snapshot.CostFacts;
import dev.heapdrift.snapshot.Drop;
import java.util.List;

/**
 * How the agent is doing, and what it costs.
 *
 * @param level the level in force
 * @param reason why and since when it is not the one that was asked for at first, or null
 * @param version of the agent
 * @param snapshots folder of the snapshot files
 * @param startedMillis when the agent was installed, in ms of JVM uptime
 * @param uptimeMillis now
 * @param installNanos time that installing the hooks has taken, in ns
 * @param cpuNanos CPU time of the agent's thread, in ns
 * @param memoryBytes heap that the agent itself holds, in bytes, or -1 where that is not known
 * @param containers collections followed
 * @param instances threads, class loaders, buffers and resources followed
 * @param tracedBytes what the tracing of allocations holds, in bytes
 * @param heapAfterGcBytes heap in use after the last collection, or -1
 * @param written number of the newest snapshot
 * @param growing collections that grow steadily, the fastest first
 * @param costs what the agent's activities have cost
 * @param drops what was given up for want of room
 * @param notSeen what cannot be observed, and what is switched off, one sentence each
 */
public record Status(
    String level,
    String reason,
    String version,
    String snapshots,
    long startedMillis,
    long uptimeMillis,
    long installNanos,
    long cpuNanos,
    long memoryBytes,
    int containers,
    int instances,
    long tracedBytes,
    long heapAfterGcBytes,
    long written,
    List<Suspect> growing,
    List<CostFacts> costs,
    List<Drop> drops,
    List<String> notSeen) {

  /** Copies the lists. */
  public Status {
    growing = List.copyOf(growing);
    costs = List.copyOf(costs);
    drops = List.copyOf(drops);
    notSeen = List.copyOf(notSeen);
  }

  /**
   * As another process reads it: a key, a tab and a value a line; keys may come again. What is not
   * known is left out.
   */
  public String text() {
    StringBuilder text = new StringBuilder();
    line(text, "level", level);
    if (reason != null) {
      line(text, "reason", reason);
    }
    line(text, "version", version);
    line(text, "snapshots", snapshots);
    number(text, "startedMillis", startedMillis);
    number(text, "uptimeMillis", uptimeMillis);
    number(text, "installNanos", installNanos);
    number(text, "cpuNanos", cpuNanos);
    number(text, "memoryBytes", memoryBytes);
    number(text, "containers", containers);
    number(text, "instances", instances);
    number(text, "tracedBytes", tracedBytes);
    number(text, "heapAfterGcBytes", heapAfterGcBytes);
    number(text, "written", written);
    for (Suspect suspect : growing) {
      line(text, "growing", suspect.fields());
    }
    for (CostFacts cost : costs) {
      line(text, "cost", cost.activity() + '\t' + cost.count() + '\t' + cost.totalNanos());
    }
    for (Drop drop : drops) {
      if (drop.count() > 0) {
        line(text, "drop", drop.bound() + '\t' + drop.count());
      }
    }
    for (String sentence : notSeen) {
      line(text, "notSeen", sentence);
    }
    return text.toString();
  }

  private static void number(StringBuilder text, String key, long value) {
    if (value >= 0) {
      line(text, key, Long.toString(value));
    }
  }

  private static void line(StringBuilder text, String key, String value) {
    text.append(key).append('\t').append(value.replace('\n', ' ')).append('\n');
  }
}
