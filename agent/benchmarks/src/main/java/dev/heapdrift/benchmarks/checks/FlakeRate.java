package dev.heapdrift.benchmarks.checks;

import dev.heapdrift.benchmarks.ChildJvm;
import dev.heapdrift.benchmarks.Scratch;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.platform.engine.TestExecutionResult.Status;

/**
 * How often leak checks err on a busy machine: {@code FlakeRate clean|leaky RUNS BUSY FILE.csv}.
 * Runs {@link CleanSuite} or {@link LeakySuite} so often, {@value #RUNS} times in each fresh JVM,
 * while so many threads do nothing but spin; writes a line for each test into the file and prints
 * the rates with their bounds. The output of a JVM in which a test ended otherwise than it should
 * goes to stderr, as does the load average that the machine had when it ended.
 */
final class FlakeRate {
  private static final int RUNS = 10;
  private static final OperatingSystemMXBean OS = ManagementFactory.getOperatingSystemMXBean();

  private FlakeRate() {}

  public static void main(String[] args) throws IOException {
    for (int i = 0; i < Integer.parseInt(args[2]); i++) {
      Thread load = new Thread(FlakeRate::spin, "load");
      load.setDaemon(true);
      load.start();
    }
    boolean clean = args[0].equals("clean");
    SuiteScore score = new SuiteScore(args[0], clean ? Status.SUCCESSFUL : Status.FAILED);
    Class<?> suite = clean ? CleanSuite.class : LeakySuite.class;
    try (PrintWriter raw = new PrintWriter(Files.newBufferedWriter(Path.of(args[3])))) {
      raw.println("jvm,run,test,status,ms");
      for (int jvm = 0; jvm * RUNS < Integer.parseInt(args[1]); jvm++) {
        measure(suite, jvm, score, raw);
      }
    }
    System.out.println("Java " + Runtime.version() + ", " + score);
  }

  private static void measure(Class<?> suite, int jvm, SuiteScore score, PrintWriter raw)
      throws IOException {
    try (Scratch scratch = new Scratch()) {
      String runs = Integer.toString(RUNS);
      String output = child(scratch.folder()).run(SuiteRuns.class, suite.getName(), runs);
      System.err.printf(Locale.ROOT, "load average %.1f%n", OS.getSystemLoadAverage());
      List<Ran> tests = Ran.in(output);
      if (!score.add(tests)) {
        System.err.println(output);
      }
      for (Ran test : tests) {
        raw.printf(
            "%d,%d,%s,%s,%.0f%n", jvm, test.run(), test.test(), test.status(), test.millis());
      }
      raw.flush();
    }
  }

  /** A JVM of tests as docs/junit.md sets it up: the agent attaches itself. */
  private static ChildJvm child(Path reports) {
    return new ChildJvm(
        Path.of(System.getProperty("java.home"), "bin", "java"),
        List.of(
            "-Xmx512m",
            "-Djdk.attach.allowAttachSelf=true",
            "-Dheapdrift.junit.reports=" + reports));
  }

  private static void spin() {
    while (!Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
  }
}
