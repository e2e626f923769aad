package dev.heapdrift.samples.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A program that runs under the agent for as long as there is something to wait for, and is ended
 * as services are, by a signal.
 */
final class Watched implements AutoCloseable {

  /** More seconds than any program is waited for. */
  static final String FOREVER = "600";

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Running program;
  private final Written written;

  private Watched(Running program, Path snapshots) {
    this.program = program;
    this.written = new Written(snapshots, program);
  }

  /**
   * Starts a program.
   *
   * @param folder for all that it writes; made
   * @param jvm options of its JVM
   * @param options of the agent, but for the folder of snapshots
   * @param classPath the program's
   * @param mainAndArguments main class and arguments
   */
  static Watched start(
      Path folder, List<String> jvm, String options, String classPath, String... mainAndArguments)
      throws IOException {
    Path temporary = Files.createDirectories(folder.resolve("tmp"));
    Path snapshots = folder.resolve("snapshots");
    List<String> arguments = new ArrayList<>(List.of("-Xmx256m"));
    arguments.addAll(jvm);
    arguments.add("-Djava.io.tmpdir=" + temporary);
    arguments.add("-Dheapdrift.exit-wait=2m"); // the machine may be busy
    arguments.add("-javaagent:" + Built.AGENT + "=snapshots=" + snapshots + "," + options);
    arguments.addAll(List.of("-cp", classPath));
    arguments.addAll(List.of(mainAndArguments));
    return new Watched(Running.start(Program.java(arguments), folder), snapshots);
  }

  /** Has its snapshots judged {@linkplain Written#until until} the answer is as claimed. */
  Leaks until(Consumer<Leaks> claim) throws IOException, InterruptedException {
    return written.until(claim);
  }

  /** Waits until it has written so many snapshots. */
  void awaitSnapshots(int count) throws IOException, InterruptedException {
    written.await(count);
  }

  /** How many snapshots it has written. */
  int snapshots() throws IOException {
    return written.count();
  }

  /** Ends it, silent as it must have been, and has all that it left judged. */
  Leaks ended() throws IOException, InterruptedException {
    Program ended = program.terminate().ended(PATIENCE).exitedWith(Running.TERMINATED);
    assertThat(ended.err()).isEmpty();
    return Leaks.in(written.folder());
  }

  @Override
  public void close() {
    program.close();
  }
}
