package dev.heapdrift.samples.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that has ended.
 *
 * @param exitCode how it ended
 * @param out what it printed
 * @param err what it complained about
 */
record Program(int exitCode, String out, String err) {

  /** The launcher of this test's JDK. */
  static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

  /** A call of {@code java}, on the JDK of this test. */
  static ProcessBuilder java(List<String> arguments) {
    List<String> command = new ArrayList<>(arguments);
    command.add(0, JAVA);
    return new ProcessBuilder(command);
  }

  /** Runs {@code java} with these arguments; fails when it has not ended within the limit. */
  static Program java(Path folder, Duration limit, List<String> arguments)
      throws IOException, InterruptedException {
    return ended(java(arguments), folder, limit);
  }

  /**
   * Runs any program; fails when it has not ended within the limit.
   *
   * @param builder the program, ready to start but for its output
   * @param folder where its output goes
   * @param limit how long it may take
   */
  static Program ended(ProcessBuilder builder, Path folder, Duration limit)
      throws IOException, InterruptedException {
    try (Running program = Running.start(builder, folder)) {
      return program.ended(limit);
    }
  }

  /** This program, or a failure with all it said when it ended with another code. */
  Program exitedWith(int code) {
    if (exitCode != code) {
      throw new AssertionError("exit code " + exitCode + " in place of " + code + "\n" + this);
    }
    return this;
  }
}
