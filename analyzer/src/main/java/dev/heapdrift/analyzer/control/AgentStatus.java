package dev.heapdrift.analyzer.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How an agent is doing, as it has told.
 *
 * @param facts single ones, by name; what it does not know is not there
 * @param growing collections that it sees growing steadily, the fastest first
 * @param costs what its activities have cost
 * @param drops what it gave up, by the option that raises the bound
 * @param notSeen what it cannot observe and what it has switched off, one sentence each
 */
public record AgentStatus(
    Map<String, String> facts,
    List<Growing> growing,
    List<Cost> costs,
    Map<String, Long> drops,
    List<String> notSeen) {

  /**
   * A collection that grows steadily, by the agent's own light look; no verdict.
   *
   * @param id its number, as in snapshots
   * @param sinceMillis JVM uptime in ms since when
   * @param entries its size
   * @param entriesPerSecond how fast
   * @param type its class
   * @param owner who holds it, or null while that is not known
   * @param site the frame that fills it, or null where that is not known
   */
  public record Growing(
      long id,
      long sinceMillis,
      long entries,
      double entriesPerSecond,
      String type,
      String owner,
      String site) {

    private static Growing parse(String[] words) {
      return new Growing(
          Long.parseLong(words[1]),
          Long.parseLong(words[2]),
          Long.parseLong(words[3]),
          Double.parseDouble(words[4]),
          words[5],
          words[6].isEmpty() ? null : words[6],
          words[7].isEmpty() ? null : words[7]);
    }
  }

  /**
   * One of its activities.
   *
   * @param activity its name
   * @param count how often it ran
   * @param nanos wall time in all, in ns
   */
  public record Cost(String activity, long count, long nanos) {}

  /** Reads an agent's answer: a key, a tab and a value a line. */
  static AgentStatus parse(String text) throws AttachException {
    AgentStatus status =
        new AgentStatus(
            new LinkedHashMap<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new LinkedHashMap<>(),
            new ArrayList<>());
    try {
      text.lines().forEach(line -> status.add(line.split("\t", -1)));
      return status;
    } catch (RuntimeException strange) {
      throw new AttachException("an agent of another version runs there: its answer is not read");
    }
  }

  private void add(String[] words) {
    switch (words[0]) {
      case "cost" ->
          costs.add(new Cost(words[1], Long.parseLong(words[2]), Long.parseLong(words[3])));
      case "growing" -> growing.add(Growing.parse(words));
      case "drop" -> drops.put(words[1], Long.valueOf(words[2]));
      case "notSeen" -> notSeen.add(words[1]);
      default -> facts.put(words[0], words[1]);
    }
  }

  /** A text, or "" where it is not known. */
  public String text(String fact) {
    return facts.getOrDefault(fact, "");
  }

  /** A number, or null where it is not known. */
  public Long number(String fact) {
    try {
      return Long.valueOf(text(fact));
    } catch (NumberFormatException unknown) {
      return null;
    }
  }
}
