package dev.heapdrift.maven;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * What a command of {@code heapdrift.jar} has answered.
 *
 * @param code its exit code
 * @param out the lines of its stdout
 * @param problems the lines of its stderr
 */
record CommandRun(int code, List<String> out, List<String> problems) {

  /**
   * Runs a command in a JVM like this one and waits for it.
   *
   * @param jar the program
   * @param arguments of it
   * @param without variables of the environment that it must not see
   * @throws IOException when the JVM cannot be started
   * @throws InterruptedException when this thread is interrupted; the JVM is ended
   */
  static CommandRun of(File jar, List<String> arguments, Set<String> without)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.add("-jar");
    line.add(jar.toString());
    line.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().keySet().removeAll(without);
    // What is meant for every JVM of a build may be an agent, and would watch the analyzer.
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      CompletableFuture<List<String>> problems =
          CompletableFuture.supplyAsync(() -> lines(process.getErrorStream()));
      List<String> out = lines(process.getInputStream());
      return new CommandRun(process.waitFor(), out, problems.join());
    } finally {
      process.destroyForcibly();
    }
  }

  private static List<String> lines(InputStream stream) {
    Charset charset =
        Charset.forName(System.getProperty("native.encoding", Charset.defaultCharset().name()));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      stream.transferTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(charset).lines().toList();
  }
}
