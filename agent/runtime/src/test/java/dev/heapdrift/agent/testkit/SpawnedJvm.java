package dev.heapdrift.agent.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A main class in a JVM of its own. Its output is collected line by line as it comes; every wait
 * has a deadline, after which the JVM is ended and the test fails with what was printed so far.
 *
 * <pre>{@code
 * SpawnedJvm.Result result =
 *     SpawnedJvm.of(LeakyMain.class).agent("interval=1s,snapshots=" + folder).run();
 * }</pre>
 */
public final class SpawnedJvm implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Process process;
  private final Lines out;
  private final Lines err;

  private SpawnedJvm(Process process) {
    this.process = process;
    this.out = new Lines(process.getInputStream(), "out");
    this.err = new Lines(process.getErrorStream(), "err");
  }

  /** Begins to describe a JVM of this test's JDK that runs {@code main} on this class path. */
  public static Builder of(Class<?> main) {
    return new Builder(main.getName());
  }

  /** As {@link #of}, but on the module path: {@code module/main.Class}. */
  public static Builder ofModule(Path modulePath, String main) {
    return new Builder("--module").jvm("--module-path", modulePath.toString()).arguments(main);
  }

  /** As {@link #of}, but the main class that an executable jar names. */
  public static Builder ofJar(Path jar) {
    return new Builder("-jar").arguments(jar.toString());
  }

  /** The agent as the build made it. */
  public static Path agentJar() {
    String jar = System.getProperty("heapdrift.agent.jar", "target/heapdrift-agent.jar");
    return Path.of(jar).toAbsolutePath().normalize();
  }

  /** Process id. */
  public long pid() {
    return process.pid();
  }

  /** Waits until a line of standard output contains {@code text}, and returns that line. */
  public String awaitLine(String text) {
    return out.await(text, PATIENCE, this);
  }

  /** As {@link #awaitLine}, on standard error. */
  public String awaitErrorLine(String text) {
    return err.await(text, PATIENCE, this);
  }

  /** Writes a line to its standard input. */
  public void println(String line) {
    try {
      process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for its end, at most three minutes. */
  public Result await() {
    return await(PATIENCE);
  }

  /**
   * Waits for its end.
   *
   * @throws AssertionError when it still runs at the deadline
   */
  public Result await(Duration deadline) {
    try {
      if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("still running after " + deadline + "\n" + printed());
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted\n" + printed(), e);
    }
    out.join(); // not destroyed before: that closes the streams of a process that has ended, too
    err.join();
    return new Result(process.exitValue(), out.all(), err.all());
  }

  /** Ends it if it still runs; then nobody writes any more to what is read and deleted next. */
  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }

  private String printed() {
    return "--- out\n"
        + String.join("\n", out.all())
        + "\n--- err\n"
        + String.join("\n", err.all());
  }

  /**
   * How it ended.
   *
   * @param exitCode exit code
   * @param out lines of standard output
   * @param err lines of standard error
   */
  public record Result(int exitCode, List<String> out, List<String> err) {

    /** Returns this, or fails with all output when the exit code is not 0. */
    public Result succeeded() {
      if (exitCode != 0) {
        throw new AssertionError(
            "exit code "
                + exitCode
                + "\n"
                + String.join("\n", out)
                + "\n"
                + String.join("\n", err));
      }
      return this;
    }
  }

  /** Describes a JVM before it starts. */
  public static final class Builder {
    private final String main;
    private final List<String> wrapper = new ArrayList<>();
    private final List<String> options = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();
    private String classPath = System.getProperty("java.class.path");
    private Path javaHome = Path.of(System.getProperty("java.home"));

    private Builder(String main) {
      this.main = main;
      jvm("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData");
    }

    /** Adds options of the JVM; a later one wins. */
    public Builder jvm(String... more) {
      options.addAll(List.of(more));
      return this;
    }

    /** Adds the built agent with its options; it may take its time at exit, unless they forbid. */
    public Builder agent(String agentOptions) {
      return jvm("-Dheapdrift.exit-wait=2m", "-javaagent:" + agentJar() + "=" + agentOptions);
    }

    /** Adds arguments of the main class. */
    public Builder arguments(String... more) {
      arguments.addAll(List.of(more));
      return this;
    }

    /** Puts a command in front, which must end by becoming the one behind it. */
    public Builder behind(String... command) {
      wrapper.addAll(List.of(command));
      return this;
    }

    /** Replaces the class path of the running test. */
    public Builder classPath(String path) {
      classPath = path;
      return this;
    }

    /** Runs on another JDK than the test's. */
    public Builder javaHome(Path home) {
      javaHome = home;
      return this;
    }

    /** Starts it. */
    public SpawnedJvm start() {
      List<String> command = new ArrayList<>(wrapper);
      command.add(javaHome.resolve("bin").resolve("java").toString());
      command.addAll(options);
      command.add("-cp");
      command.add(classPath);
      command.add(main);
      command.addAll(arguments);
      try {
        return new SpawnedJvm(new ProcessBuilder(command).start());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Starts it and waits for its end, at most three minutes. */
    public Result run() {
      try (SpawnedJvm jvm = start()) {
        return jvm.await();
      }
    }
  }

  /** Collects one stream on a thread of its own, so that the process never blocks on it. */
  private static final class Lines {
    private final List<String> lines = new ArrayList<>();
    private final Thread reader;
    private boolean ended;

    Lines(InputStream in, String name) {
      reader = new Thread(() -> collect(in), "spawned-jvm-" + name);
      reader.setDaemon(true);
      reader.start();
    }

    private void collect(InputStream in) {
      try (BufferedReader text =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        for (String line = text.readLine(); line != null; line = text.readLine()) {
          add(line);
        }
      } catch (IOException e) {
        add("(stream broken: " + e.getMessage() + ")");
      } finally {
        end();
      }
    }

    private synchronized void add(String line) {
      lines.add(line);
      notifyAll();
    }

    private synchronized void end() {
      ended = true;
      notifyAll();
    }

    synchronized List<String> all() {
      return List.copyOf(lines);
    }

    synchronized String await(String text, Duration patience, SpawnedJvm jvm) {
      long deadline = System.nanoTime() + patience.toNanos();
      try {
        for (int next = 0; ; ) {
          for (; next < lines.size(); next++) {
            if (lines.get(next).contains(text)) {
              return lines.get(next);
            }
          }
          long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
          if (ended || left <= 0) {
            throw new AssertionError("never printed: " + text + "\n" + jvm.printed());
          }
          wait(left);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted", e);
      }
    }

    void join() {
      try {
        reader.join(PATIENCE.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
