package dev.heapdrift.snapshot;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The agent that took the snapshot.
 *
 * @param version the agent's version
 * @param level the level it ran at: {@code watch}, {@code sample} or {@code exact}
 * @param startedMillis when it was installed, in ms of JVM uptime
 * @param options the options in force, by name
 */
public record AgentFacts(
    String version, String level, long startedMillis, Map<String, String> options) {

  /** Copies the options, in the order of their names. */
  public AgentFacts {
    options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
  }
}
