package dev.heapdrift.samples.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Java program in a JVM of its own, on the JDK of this test, with its output in files.
 *
 * @param exitCode how it ended
 * @param out what it printed
 * @param err what it complained about
 */
record Program(int exitCode, String out, String err) {

  /** Runs {@code java} with these arguments; fails when it has not ended within the limit. */
  static Program java(Path folder, Duration limit, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(arguments);
    return ended(new ProcessBuilder(command), folder, limit);
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
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError("still running after " + limit + ": " + builder.command());
      }
    } finally {
      process.destroyForcibly();
    }
    return new Program(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  /** This program, or a failure with all it said when it ended with another code. */
  Program exitedWith(int code) {
    if (exitCode != code) {
      throw new AssertionError("exit code " + exitCode + " in place of " + code + "\n" + this);
    }
    return this;
  }
}
