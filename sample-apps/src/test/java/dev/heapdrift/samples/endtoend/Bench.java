package dev.heapdrift.samples.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Runs samples under the agent and has them judged, several at a time. Everything is submitted
 * before the first answer is asked for, so that the tests wait for the slowest and not for the sum.
 */
final class Bench {

  /**
   * Programs, or pairs of small ones, of all test classes together: more than two processors can
   * run, because they mostly wait.
   */
  private static final int AT_A_TIME = 3;

  private static final Semaphore PLACES = new Semaphore(AT_A_TIME, true);
  private static final long PATIENCE_MINUTES = 30;

  private final ExecutorService pool = Executors.newFixedThreadPool(AT_A_TIME);
  private final Map<String, Future<Answer>> answers = new LinkedHashMap<>();
  private final Path folder;
  private final List<String> jvm;

  /**
   * What the analyzer said.
   *
   * @param leaks of a program that runs until it is found, then; of any other, at its end
   * @param fixed of the fixed twin, at its end; null where there is none
   */
  private record Answer(Leaks leaks, Leaks fixed) {}

  /**
   * A bench without programs.
   *
   * @param folder for all that they write
   * @param jvm options of each program's JVM
   */
  Bench(Path folder, String... jvm) {
    this.folder = folder;
    this.jvm = List.of(jvm);
  }

  /** Runs a program of the samples' jar until the analyzer says of it what is claimed. */
  void leaky(String name, String options, Consumer<Leaks> claim, String... mainAndArguments) {
    submit(
        name,
        () -> {
          try (Watched program = start(name, options, mainAndArguments)) {
            Leaks found = program.until(claim);
            program.ended();
            return new Answer(found, null);
          }
        });
  }

  /** Runs a program until it has written so many snapshots. */
  void runs(String name, String options, int snapshots, String... mainAndArguments) {
    submit(
        name,
        () -> {
          try (Watched program = start(name, options, mainAndArguments)) {
            program.awaitSnapshots(snapshots);
            return new Answer(program.ended(), null);
          }
        });
  }

  /**
   * Runs a leaky program until the analyzer says of it what is claimed, and its fixed twin beside
   * it for at least as many snapshots: what one shows in that time the other could have shown.
   *
   * @param leaky main class
   * @param fixed main class
   */
  void twins(String name, String options, Consumer<Leaks> claim, String leaky, String fixed) {
    submit(
        name,
        () -> {
          try (Watched first = start(name + "-leaky", options, leaky, Watched.FOREVER);
              Watched second = start(name + "-fixed", options, fixed, Watched.FOREVER)) {
            Leaks found = first.until(claim);
            second.awaitSnapshots(first.snapshots());
            first.ended();
            return new Answer(found, second.ended());
          }
        });
  }

  private Watched start(String name, String options, String... mainAndArguments)
      throws IOException {
    return Watched.start(
        folder.resolve(name), jvm, options, Built.SAMPLES.toString(), mainAndArguments);
  }

  private void submit(String name, Callable<Answer> run) {
    answers.put(
        name,
        pool.submit(
            () -> {
              PLACES.acquire();
              try {
                return run.call();
              } finally {
                PLACES.release();
              }
            }));
  }

  /** What was said of that program, or of the leaky one of that pair. */
  Leaks leaks(String name) throws InterruptedException, ExecutionException, TimeoutException {
    return answer(name).leaks();
  }

  /** What was said of the fixed twin of that pair. */
  Leaks fixed(String name) throws InterruptedException, ExecutionException, TimeoutException {
    return answer(name).fixed();
  }

  private Answer answer(String name)
      throws InterruptedException, ExecutionException, TimeoutException {
    return answers.get(name).get(PATIENCE_MINUTES, TimeUnit.MINUTES);
  }

  /** Ends what still runs. */
  void end() throws InterruptedException {
    pool.shutdownNow();
    if (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
      throw new AssertionError("a program does not end");
    }
  }
}
