package dev.heapdrift.benchmarks.checks;

import java.util.List;
import org.junit.platform.engine.TestExecutionResult.Status;

/**
 * Time that a class of tests took.
 *
 * @param tests from JUnit's start to its end, ms
 * @param jvm of the whole process, ms
 */
record Took(double tests, double jvm) {

  /**
   * From the output of {@link SuiteRuns}.
   *
   * @throws IllegalStateException with that output when not every test has passed
   */
  static Took of(String output, double jvm) {
    List<Ran> ran = Ran.in(output);
    if (ran.isEmpty() || ran.stream().anyMatch(test -> test.status() != Status.SUCCESSFUL)) {
      throw new IllegalStateException(output);
    }
    return output
        .lines()
        .filter(line -> line.startsWith(SuiteRuns.TIME))
        .findFirst()
        .map(line -> new Took(Double.parseDouble(line.substring(SuiteRuns.TIME.length())), jvm))
        .orElseThrow(() -> new IllegalStateException(output));
  }
}
