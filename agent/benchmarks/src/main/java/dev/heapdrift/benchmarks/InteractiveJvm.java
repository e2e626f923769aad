package dev.heapdrift.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A running child JVM that answers requests of one line with a line that begins with a word. */
final class InteractiveJvm implements AutoCloseable {
  private final Process process;
  private final PrintStream requests;
  private final BufferedReader answers;

  InteractiveJvm(ChildJvm jvm, Class<?> main, String... arguments) throws IOException {
    process =
        new ProcessBuilder(jvm.command(main, arguments))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    requests = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  void send(String request) {
    requests.println(request);
  }

  /** The rest of the next line that begins with {@code word}; others are skipped. */
  String await(String word) {
    try {
      for (String line = answers.readLine(); line != null; line = answers.readLine()) {
        if (line.startsWith(word + ' ')) {
          return line.substring(word.length() + 1);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalStateException("the child ended before it said " + word);
  }

  @Override
  public void close() {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    all.forEach(ProcessHandle::destroyForcibly);
  }
}
