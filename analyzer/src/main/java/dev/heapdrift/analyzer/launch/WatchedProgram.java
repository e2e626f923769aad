package dev.heapdrift.analyzer.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program under the agent. It has this JVM's own stdin, stdout and stderr, so that it behaves as
 * if it had been started without us, in pipes and on terminals.
 */
public final class WatchedProgram {
  private static final String TOOL_OPTIONS = "JAVA_TOOL_OPTIONS";

  /** What the operating system says, at the end of a message of the JDK. */
  private static final Pattern ERROR =
      Pattern.compile("error(?:=\\d+, |: \\d+ \\()(?<reason>[^)]+)");

  private final Process process;

  private WatchedProgram(Process process) {
    this.process = process;
  }

  /**
   * Whether a command is the java launcher itself, by its file name. Any other program gets the
   * agent by {@code JAVA_TOOL_OPTIONS}, and so does every JVM that it starts.
   */
  public static boolean isJava(String command) {
    Path name = Path.of(command).getFileName();
    return name != null && List.of("java", "java.exe").contains(name.toString());
  }

  /**
   * Starts it.
   *
   * @param command the program and its arguments
   * @param settings what the agent is told
   * @param agent the agent's jar
   * @param snapshots where the agent writes
   * @throws LaunchException when it cannot be started
   */
  public static WatchedProgram start(
      List<String> command, AgentSettings settings, Path agent, Path snapshots)
      throws LaunchException {
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    if (isJava(command.get(0))) {
      builder.command(withAgent(command, settings.arguments(agent, snapshots)));
    } else {
      Map<String, String> environment = builder.environment();
      String before = environment.get(TOOL_OPTIONS);
      environment.put(TOOL_OPTIONS, settings.added(before, agent, snapshots));
    }
    try {
      return new WatchedProgram(builder.start());
    } catch (IOException e) {
      throw new LaunchException("cannot start " + command.get(0) + ": " + reason(e));
    }
  }

  // In front of the user's own arguments, so that theirs win.
  static List<String> withAgent(List<String> command, List<String> arguments) {
    List<String> all = new ArrayList<>(command);
    all.addAll(1, arguments);
    return all;
  }

  /**
   * Waits for its end; signals that are sent to this JVM meanwhile go to the program, which decides
   * whether to end.
   *
   * @return its exit code; 128 and the number of the signal that has ended it
   */
  public int await() throws InterruptedException {
    Signals relay = Signals.to(process);
    try {
      return process.waitFor();
    } finally {
      relay.close();
    }
  }

  // JDK 17 says: Cannot run program "x": error=2, No such file or directory
  // JDK 25 says: Cannot run program "x": Exec failed, error: 2 (No such file or directory)
  private static String reason(IOException e) {
    String message = String.valueOf(e.getMessage());
    Matcher error = ERROR.matcher(message);
    return error.find() ? error.group("reason") : message;
  }
}
