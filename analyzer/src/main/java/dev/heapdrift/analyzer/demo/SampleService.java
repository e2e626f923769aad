package dev.heapdrift.analyzer.demo;

import dev.heapdrift.analyzer.launch.LaunchException;
import dev.heapdrift.analyzer.launch.Signals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * The order service of the sample apps, in a JVM of its own, under the agent, driven by its own
 * customers.
 */
public final class SampleService implements AutoCloseable {

  /** Requests a second: a busy little service, at about half of one core. */
  private static final int RATE = 600;

  /** What the service prints before its address. */
  private static final String SERVING = "serving at ";

  /** From the start of the JVM to the first request. */
  private static final Duration START = Duration.ofSeconds(30);

  /** From the last request to the end of the JVM, the agent's last snapshot included. */
  private static final Duration GRACE = Duration.ofSeconds(30);

  private final Process process;
  private final Path log;
  private final Thread onExit;

  private SampleService(Process process, Path log) {
    this.process = process;
    this.log = log;
    this.onExit = new Thread(process::destroyForcibly, "demo-cleanup");
    Runtime.getRuntime().addShutdownHook(onExit); // an interrupted demonstration leaves no service
  }

  /**
   * Starts the service.
   *
   * @param folder where everything goes
   * @param leak the bug to switch on; the service itself knows the names
   * @param seconds how long its customers come
   * @throws LaunchException when a part is missing or the JVM does not start
   */
  public static SampleService start(DemoFolder folder, String leak, int seconds)
      throws LaunchException {
    Path samples = DemoFolder.samples();
    List<String> command = new ArrayList<>(java());
    command.addAll(
        List.of(
            "-Xmx256m",
            "-javaagent:" + folder.agent(),
            // not behind the agent's jar, where a comma in the path would end the option
            "-Dheapdrift.snapshots=" + folder.snapshots(),
            "-Dheapdrift.interval=1s",
            "-jar",
            samples.toString(),
            "--leak",
            leak,
            "--drive",
            Integer.toString(RATE),
            "--seconds",
            Integer.toString(seconds)));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.serviceLog().toFile());
    // the user's own settings for other programs are not meant for the demonstration
    builder.environment().keySet().removeIf(name -> name.startsWith("HEAPDRIFT_"));
    try {
      return new SampleService(builder.start(), folder.serviceLog());
    } catch (IOException e) {
      throw new LaunchException("cannot start the sample service: " + e.getMessage());
    }
  }

  /**
   * Lists the bugs that {@link #start} takes, on standard output.
   *
   * @throws LaunchException when the service is missing or fails
   */
  public static void listLeaks() throws LaunchException, InterruptedException {
    List<String> command = new ArrayList<>(java());
    command.addAll(List.of("-jar", DemoFolder.samples().toString(), "--list-leaks"));
    try {
      if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
        throw new LaunchException("the sample service cannot list its leaks");
      }
    } catch (IOException e) {
      throw new LaunchException("cannot start the sample service: " + e.getMessage());
    }
  }

  /**
   * Waits until the service serves.
   *
   * @return its address
   * @throws LaunchException when it ends before, with its first words, or takes too long
   */
  public String awaitServing() throws LaunchException, InterruptedException {
    long deadline = System.nanoTime() + START.toNanos();
    while (System.nanoTime() < deadline) {
      boolean ended = process.waitFor(100, TimeUnit.MILLISECONDS);
      for (String line : said()) {
        int at = line.indexOf(SERVING);
        if (at >= 0) {
          return line.substring(at + SERVING.length());
        }
      }
      if (ended) {
        throw failed();
      }
    }
    throw new LaunchException("the sample service did not start; see " + log);
  }

  /**
   * Waits for the service to end: by itself, when its customers have gone, or by a signal. One that
   * is sent to this JVM meanwhile, as by Ctrl-C, goes to the service.
   *
   * @param seconds how long its customers come
   * @param progress hears the seconds that have passed, about once a second
   * @throws LaunchException when it fails, with its first words, or does not end in time
   */
  public void await(int seconds, IntConsumer progress)
      throws LaunchException, InterruptedException {
    int patience = seconds + (int) GRACE.toSeconds();
    Signals relay = Signals.to(process);
    try {
      for (int passed = 0; !process.waitFor(1, TimeUnit.SECONDS); ) {
        progress.accept(++passed);
        if (passed > patience) {
          throw new LaunchException("the sample service did not end; see " + log);
        }
      }
    } finally {
      relay.close();
    }
    if (process.exitValue() != 0 && !Signals.ended(process.exitValue())) {
      throw failed();
    }
  }

  /** Ends the service if it still runs. */
  @Override
  public void close() {
    process.destroyForcibly();
    try {
      Runtime.getRuntime().removeShutdownHook(onExit);
    } catch (IllegalStateException e) {
      // this JVM shuts down already, and the hook does its work
    }
  }

  /** What a program says first when it fails is usually why. */
  private LaunchException failed() {
    String first = said().stream().filter(line -> !line.isBlank()).findFirst().orElse("no output");
    return new LaunchException(
        "the sample service failed (exit code " + process.exitValue() + "): " + first);
  }

  private List<String> said() {
    try {
      return Files.readAllLines(log);
    } catch (IOException e) {
      return List.of("see " + log);
    }
  }

  private static List<String> java() {
    return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString());
  }
}
