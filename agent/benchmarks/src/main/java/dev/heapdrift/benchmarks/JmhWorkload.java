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
 * take turns. {@link #ANEW} builds the large structures again, elsewhere.
 */
final class JmhWorkload {

  /** A request that measures nothing and is answered with {@code RESULT 0}. */
  static final String ANEW = "anew 0";

  private JmhWorkload() {}

  public static void main(String[] args) throws IOException, RunnerException {
    System.out.println("READY " + Prelude.run());
    BufferedReader requests =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = requests.readLine(); line != null; line = requests.readLine()) {
      System.out.println("RESULT " + (line.equals(ANEW) ? anew() : nanos(line.split(" ", -1))));
    }
  }

  private static double anew() {
    CollectionBenchmark.anew();
    return 0;
  }

  private static double nanos(String[] request) throws RunnerException {
    String benchmark = request[0];
    long millis = Long.parseLong(request[1]);
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
