package dev.heapdrift.analyzer.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the agent of a run is told.
 *
 * @param level its level, or null to leave that to its own defaults
 * @param interval time between two snapshots, as the agent reads it
 * @param options further options as in the agent's argument, or null
 */
public record AgentSettings(String level, String interval, String options) {

  /**
   * The JVM's arguments. The folder is a system property, for a comma in its path would end an
   * option of the agent's argument.
   */
  List<String> arguments(Path agent, Path snapshots) {
    List<String> arguments = new ArrayList<>();
    arguments.add("-javaagent:" + agent + (options == null ? "" : '=' + options));
    arguments.add("-Dheapdrift.snapshots=" + snapshots);
    arguments.add("-Dheapdrift.interval=" + interval);
    if (level != null) {
      arguments.add("-Dheapdrift.level=" + level);
    }
    return arguments;
  }

  /**
   * The same as one line of JVM options, such as {@code JAVA_TOOL_OPTIONS}, behind what the user
   * has there already.
   *
   * @param before the line so far, or null
   * @param agent its jar
   * @param snapshots the folder of the snapshots
   * @return the new line
   * @throws LaunchException when an argument cannot be quoted
   */
  public String added(String before, Path agent, Path snapshots) throws LaunchException {
    List<String> quoted = new ArrayList<>();
    for (String argument : arguments(agent, snapshots)) {
      quoted.add(quoted(argument));
    }
    String ours = quoted.stream().collect(Collectors.joining(" "));
    return before == null || before.isBlank() ? ours : before.strip() + ' ' + ours;
  }

  // The JVM splits its variable at blanks and knows both quotes, but no escape; so do build tools.
  private static String quoted(String argument) throws LaunchException {
    if (argument.chars().noneMatch(c -> Character.isWhitespace(c) || c == '"' || c == '\'')) {
      return argument;
    }
    char quote = argument.indexOf('"') < 0 ? '"' : '\'';
    if (argument.indexOf(quote) >= 0) {
      throw new LaunchException("no JVM option can hold both kinds of quotes: " + argument);
    }
    return quote + argument + quote;
  }
}
