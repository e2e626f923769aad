package dev.heapdrift.benchmarks.cost;

import dev.heapdrift.benchmarks.InteractiveProcess;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** One process of a set, with what it did so far. Once it has failed, nothing more is asked. */
final class Seat implements AutoCloseable {

  /** More than the longest set takes when every contender is ten times slower than planned. */
  private static final Duration LIFE = Duration.ofMinutes(30);

  private final Path errors;
  private final Turns turns = new Turns();
  private InteractiveProcess process;

  /** Starts the process; its stderr goes to a file of its own. */
  Seat(Contender contender, Path errors) {
    this.errors = errors;
    try {
      process = new InteractiveProcess(contender.command(), Redirect.to(errors.toFile()), LIFE);
    } catch (IOException e) {
      turns.fail("it cannot be started: " + e.getMessage());
    }
  }

  Turns turns() {
    return turns;
  }

  /** Waits until the process says that it is ready, or that it cannot be. */
  void ready() {
    if (turns.problem().isEmpty()) {
      try {
        String answer = process.await("READY");
        if (!answer.equals("ok")) {
          fail(answer);
        }
      } catch (IllegalStateException e) {
        fail("it does not start");
      }
    }
  }

  /** Lets the process work for so long. */
  void turn(int millis, double startSeconds) {
    if (turns.problem().isEmpty()) {
      try {
        long begin = System.nanoTime();
        process.send(Integer.toString(millis));
        String result = process.await("RESULT");
        turns.add(startSeconds, (System.nanoTime() - begin) / 1e9, result);
      } catch (IllegalStateException e) {
        fail("it ended before its time");
      }
    }
  }

  private void fail(String why) {
    process.close();
    turns.fail(Complaint.in(errors).map(line -> why + " (" + line + ')').orElse(why));
  }

  @Override
  public void close() throws IOException {
    if (process != null) {
      process.close();
    }
    Files.deleteIfExists(errors);
  }
}
