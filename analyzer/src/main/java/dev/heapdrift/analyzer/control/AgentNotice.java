package dev.heapdrift.analyzer.control;

import java.util.Optional;
import java.util.Properties;

/**
 * What an agent tells of itself to whoever may attach, without being asked.
 *
 * @param level the level in force
 * @param version its version
 * @param snapshots folder of its snapshots; absolute, as the agent's JVM sees it
 * @param jar its jar, in the same way; null where it is not known
 */
public record AgentNotice(String level, String version, String snapshots, String jar) {
  private static final String PREFIX = "heapdrift.";

  /** Finds the notice among the properties that a JVM keeps for agents. */
  static Optional<AgentNotice> in(Properties properties) {
    String level = properties.getProperty(PREFIX + "level");
    return level == null
        ? Optional.empty()
        : Optional.of(
            new AgentNotice(
                level,
                properties.getProperty(PREFIX + "version", "unknown"),
                properties.getProperty(PREFIX + "snapshots", ""),
                properties.getProperty(PREFIX + "jar")));
  }

  /** The answer to the command {@code id} among these properties, or empty. */
  static Optional<String> reply(Properties properties, String id) {
    return properties.stringPropertyNames().stream()
        .filter(name -> name.startsWith(PREFIX + "reply."))
        .map(properties::getProperty)
        .filter(reply -> reply.startsWith(id + ' '))
        .map(reply -> reply.substring(id.length() + 1))
        .findAny();
  }
}
