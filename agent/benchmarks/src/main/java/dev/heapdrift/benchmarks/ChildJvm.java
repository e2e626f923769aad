package dev.heapdrift.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts a JVM with this class path, with or without the agent, and returns what it printed.
 *
 * @param java the {@code java} command
 */
public record ChildJvm(Path java, List<String> jvmArguments) {

  private static final Duration LIFE = Duration.ofMinutes(10);

  static ChildJvm plain(Path javaHome) {
    return new ChildJvm(
        javaHome.resolve("bin/java"),
        List.of(
            "-Xmx1g",
            "-Xms1g",
            "-XX:+PerfDisableSharedMem", // its file would stay when the JVM is killed
            "-Djmh.ignoreLock=true"));
  }

  /** The same JVM with further arguments. */
  public ChildJvm with(String... more) {
    List<String> all = new ArrayList<>(jvmArguments);
    all.addAll(List.of(more));
    return new ChildJvm(java, all);
  }

  /** The command line that runs {@code main}. */
  public List<String> command(Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>(List.of(java.toString()));
    command.addAll(jvmArguments);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  /**
   * Runs {@code main} to its end, ten minutes at most.
   *
   * @return what it printed and what it complained about
   * @throws IllegalStateException when it ends with another status than 0
   */
  public String run(Class<?> main, String... arguments) {
    List<String> command = command(main, arguments);
    Ended ended = end(new ProcessBuilder(command).redirectErrorStream(true));
    if (ended.exitCode() != 0) {
      throw new IllegalStateException(String.join(" ", command) + "\n" + ended.output());
    }
    return ended.output();
  }

  /** Runs {@code java} with these arguments to its end, ten minutes at most; its stderr is ours. */
  public Ended run(List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(java.toString()));
    command.addAll(jvmArguments);
    command.addAll(arguments);
    return end(new ProcessBuilder(command).redirectError(Redirect.INHERIT));
  }

  private static Ended end(ProcessBuilder program) {
    try {
      Process process = program.start();
      Lifetime.bound(process, LIFE);
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Ended(process.waitFor(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** How a program ended, and what it printed on stdout. */
  public record Ended(int exitCode, String output) {}
}
