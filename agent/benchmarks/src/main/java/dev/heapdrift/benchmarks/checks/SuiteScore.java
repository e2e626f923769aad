package dev.heapdrift.benchmarks.checks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestExecutionResult.Status;

/** How often the checks of one suite were wrong, and how often they said nothing. */
final class SuiteScore {
  private final String suite;
  private final Status right;
  private final Map<Status, Integer> checks = new TreeMap<>();
  private final List<Double> millis = new ArrayList<>();
  private int runs;
  private int wrong;
  private int open;

  /**
   * A score without any run.
   *
   * @param right how every test of the suite should end
   */
  SuiteScore(String suite, Status right) {
    this.suite = suite;
    this.right = right;
  }

  /**
   * Adds all runs of one JVM.
   *
   * @return whether all of its tests ended as they should
   * @throws IllegalStateException when there are none
   */
  boolean add(List<Ran> tests) {
    if (tests.isEmpty()) {
      throw new IllegalStateException("no test ran");
    }
    Map<Integer, List<Ran>> byRun = tests.stream().collect(Collectors.groupingBy(Ran::run));
    byRun.values().forEach(this::addRun);
    return tests.stream().allMatch(test -> test.status() == right);
  }

  private void addRun(List<Ran> tests) {
    boolean undecided = tests.stream().anyMatch(test -> test.status() == Status.ABORTED);
    boolean err = tests.stream().anyMatch(t -> t.status() != right && t.status() != Status.ABORTED);
    runs++;
    wrong += err ? 1 : 0;
    open += undecided ? 1 : 0;
    for (Ran test : tests) {
      checks.merge(test.status(), 1, Integer::sum);
      millis.add(test.millis());
    }
  }

  @Override
  public String toString() {
    Collections.sort(millis);
    return String.format(
        Locale.ROOT,
        "%s: %d of %d runs wrong: at most %.1f %% at 95 %%; %d with a check that was inconclusive:"
            + " at most %.1f %%; checks %s; ms of a check: median %.0f, 95 %% %.0f, longest %.0f",
        suite,
        wrong,
        runs,
        100 * UpperBound.of(wrong, runs),
        open,
        100 * UpperBound.of(open, runs),
        checks,
        millis.get(millis.size() / 2),
        millis.get(millis.size() * 95 / 100),
        millis.get(millis.size() - 1));
  }
}
