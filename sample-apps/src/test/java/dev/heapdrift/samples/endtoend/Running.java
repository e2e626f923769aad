package dev.heapdrift.samples.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that was started, with its output in files; with it ends what it has started. */
final class Running implements AutoCloseable {

  /** Exit code of a program that a SIGTERM has ended. */
  static final int TERMINATED = 128 + 15;

  private static final long POLL_MILLIS = 20;

  private final List<String> command;
  private final Process process;
  private final Path out;
  private final Path err;

  private Running(List<String> command, Process process, Path out, Path err) {
    this.command = command;
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /**
   * Starts a program.
   *
   * @param builder the program, ready to start but for its output
   * @param folder where its output goes
   */
  static Running start(ProcessBuilder builder, Path folder) throws IOException {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    return new Running(builder.command(), process, out, err);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Its process id. */
  String pid() {
    return Long.toString(process.pid());
  }

  /** Waits until it has printed something. */
  void awaitOutput(Duration limit) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (Files.size(out) == 0) {
      if (!isAlive() || System.nanoTime() > deadline) {
        throw new AssertionError("nothing printed by " + this);
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
  }

  /** Asks it to end as services are asked, by a signal. */
  Running terminate() {
    process.destroy();
    return this;
  }

  /** Waits for its end; fails when it has not ended within the limit. */
  Program ended(Duration limit) throws IOException, InterruptedException {
    if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("still running after " + limit + ": " + this);
    }
    return new Program(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  /** Its command and what it has complained about so far. */
  @Override
  public String toString() {
    try {
      return command + "\n" + Files.readString(err);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().join(); // before what it has written is deleted
  }
}
