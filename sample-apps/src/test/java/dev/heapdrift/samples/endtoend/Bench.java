package dev.heapdrift.samples.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs samples under the agent and analyzes what they leave, two at a time. Everything is submitted
 * before the first answer is asked for, so that the tests wait for the slowest and not for the sum.
 */
final class Bench implements AutoCloseable {

  private static final int AT_A_TIME = 2;
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final ExecutorService pool = Executors.newFixedThreadPool(AT_A_TIME);
  private final Map<String, Future<Run>> runs = new LinkedHashMap<>();
  private final Path folder;

  Bench(Path folder) {
    this.folder = folder;
  }

  /** Submits a run of the samples' jar: its main class and arguments. */
  void submit(String name, String interval, String... mainAndArguments) {
    submitWith(name, "interval=" + interval, mainAndArguments);
  }

  /** The same with any options of the agent. */
  void submitWith(String name, String options, String... mainAndArguments) {
    Path snapshots = folder.resolve(name);
    Callable<Run> run =
        () -> {
          Program program = watch(snapshots, options, List.of(mainAndArguments));
          return new Run(program.out(), Leaks.in(snapshots, folder));
        };
    runs.put(name, pool.submit(run));
  }

  private Program watch(Path snapshots, String options, List<String> mainAndArguments)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>();
    arguments.add("-Xmx256m");
    arguments.add("-javaagent:" + Built.AGENT + "=snapshots=" + snapshots + "," + options);
    arguments.add("-cp");
    arguments.add(Built.SAMPLES.toString());
    arguments.addAll(mainAndArguments);
    Program program = Program.java(folder, LIMIT, arguments).exitedWith(0);
    if (!program.err().isEmpty()) {
      throw new AssertionError("the agent or the sample complained\n" + program.err());
    }
    return program;
  }

  /** What the analyzer found in that run. */
  Leaks leaks(String name) throws InterruptedException, ExecutionException, TimeoutException {
    return run(name).leaks();
  }

  /** What the sample of that run printed. */
  String printed(String name) throws InterruptedException, ExecutionException, TimeoutException {
    return run(name).printed();
  }

  private Run run(String name) throws InterruptedException, ExecutionException, TimeoutException {
    return runs.get(name).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }

  private record Run(String printed, Leaks leaks) {}
}
