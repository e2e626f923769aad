package dev.heapdrift.benchmarks;

import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.runner.options.WarmupMode;

/**
 * Runs all benchmarks that match a pattern in this JVM, one after the other, and prints a line
 * {@code RESULT name ns} for each. One JVM for all, as in an application, where every collection is
 * used by many callers.
 */
final class JmhWorkload {

  private JmhWorkload() {}

  public static void main(String[] args) throws RunnerException {
    System.out.println("PRELUDE " + Prelude.run());
    var options =
        new OptionsBuilder()
            .include(args[0])
            .forks(0)
            .warmupMode(WarmupMode.BULK)
            .warmupIterations(2)
            .warmupTime(TimeValue.milliseconds(250))
            .measurementIterations(3)
            .measurementTime(TimeValue.milliseconds(100))
            .verbosity(VerboseMode.SILENT)
            .build();
    for (RunResult result : new Runner(options).run()) {
      String name = result.getParams().getBenchmark();
      System.out.println(
          "RESULT "
              + name.substring(name.lastIndexOf('.') + 1)
              + ' '
              + result.getPrimaryResult().getScore());
    }
  }
}
