package dev.heapdrift.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A running child that answers requests of one line with a line that begins with a word. It ends by
 * itself when this process ends (its input ends then), and is ended when its life is over.
 */
public final class InteractiveProcess implements AutoCloseable {

  private static final Duration LIFE = Duration.ofHours(1);

  private final Process process;
  private final PrintStream requests;
  private final BufferedReader answers;

  InteractiveProcess(ChildJvm jvm, Class<?> main, String... arguments) throws IOException {
    this(jvm.command(main, arguments));
  }

  InteractiveProcess(List<String> command) throws IOException {
    this(command, Redirect.DISCARD, LIFE);
  }

  /**
   * Starts the command.
   *
   * @param life after which the process is killed; {@link #await} then throws
   */
  public InteractiveProcess(List<String> command, Redirect errors, Duration life)
      throws IOException {
    process = new ProcessBuilder(command).redirectError(errors).start();
    Lifetime.bound(process, life);
    requests = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  long pid() {
    return process.pid();
  }

  /** Sends a line. That the child is gone is told by {@link #await}. */
  public void send(String request) {
    requests.println(request);
  }

  /**
   * The rest of the next line that begins with {@code word}; others are skipped.
   *
   * @throws IllegalStateException when the child has ended
   */
  public String await(String word) {
    try {
      for (String line = answers.readLine(); line != null; line = answers.readLine()) {
        if (line.startsWith(word + ' ')) {
          return line.substring(word.length() + 1);
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("the child was ended before it said " + word, e);
    }
    throw new IllegalStateException("the child ended before it said " + word);
  }

  /** Kills the process and what it started, and waits until it is gone. */
  @Override
  public void close() {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    all.forEach(ProcessHandle::destroyForcibly);
    process.onExit().join();
  }
}
