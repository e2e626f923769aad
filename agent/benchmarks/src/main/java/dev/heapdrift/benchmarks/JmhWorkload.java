package dev.heapdrift.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures on demand: for each line {@code NAME MILLIS} on stdin runs that JMH benchmark for so
 * long and answers {@code RESULT ns}. One JVM for all benchmarks, as in an application, where every
 * collection is used by many callers; between two requests it does nothing, so that two of them can
 * take turns.
 */
final class JmhWorkload {

  private JmhWorkload() {}

  public static void main(String[] args) throws IOException, RunnerException {
    System.out.println("READY " + Prelude.run());
    BufferedReader requests =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = requests.readLine(); line != null; line = requests.readLine()) {
      String[] words = line.split(" ", -1);
      System.out.println("RESULT " + nanos(words[0], Long.parseLong(words[1])));
    }
  }

  private static double nanos(String benchmark, long millis) throws RunnerException {
    var options =
        new OptionsBuilder()
            .include("\\." + benchmark + "$")
            .forks(0)
            .warmupIterations(0)
            .measurementIterations(1)
            .measurementTime(TimeValue.milliseconds(millis))
            .syncIterations(false)
            .verbosity(VerboseMode.SILENT)
            .build();
    for (RunResult result : new Runner(options).run()) {
      return result.getPrimaryResult().getScore();
    }
    throw new IllegalArgumentException("no benchmark " + benchmark);
  }
}
