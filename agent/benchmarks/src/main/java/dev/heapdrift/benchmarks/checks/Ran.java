package dev.heapdrift.benchmarks.checks;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.platform.engine.TestExecutionResult.Status;

/**
 * A test that ran, as a line of the measured JVM.
 *
 * @param run of its class in this JVM, from 0
 * @param millis with its check
 */
record Ran(int run, String test, Status status, double millis) {
  private static final Pattern LINE =
      Pattern.compile("(?m)^RAN (\\d+) (\\w+)\\(\\S* (\\w+) ([0-9.]+)$");

  /** All lines of an output that tell of a test. */
  static List<Ran> in(String output) {
    return LINE.matcher(output).results().map(Ran::of).toList();
  }

  private static Ran of(MatchResult line) {
    return new Ran(
        Integer.parseInt(line.group(1)),
        line.group(2),
        Status.valueOf(line.group(3)),
        Double.parseDouble(line.group(4)));
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "RAN %d %s %s %.0f", run, test, status, millis);
  }
}
