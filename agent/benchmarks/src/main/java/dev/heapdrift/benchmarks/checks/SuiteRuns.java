package dev.heapdrift.benchmarks.checks;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs one test class by JUnit, as build tools do, again and again in this JVM: {@code SuiteRuns
 * CLASS RUNS}. Prints a line for each test, that {@link Ran} reads, and one for the time of each
 * run.
 */
final class SuiteRuns {
  static final String TIME = "TIME ";

  private SuiteRuns() {}

  public static void main(String[] args) {
    LauncherDiscoveryRequest suite =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectClass(args[0]))
            .build();
    for (int run = 0; run < Integer.parseInt(args[1]); run++) {
      long begin = System.nanoTime();
      LauncherFactory.create().execute(suite, new Printing(run));
      System.out.printf(Locale.ROOT, "%s%.1f%n", TIME, (System.nanoTime() - begin) / 1e6);
    }
    System.exit(0); // whatever the application's threads do
  }

  private static final class Printing implements TestExecutionListener {
    private final int run;
    private final Map<TestIdentifier, Long> begins = new ConcurrentHashMap<>();

    Printing(int run) {
      this.run = run;
    }

    @Override
    public void executionStarted(TestIdentifier test) {
      begins.put(test, System.nanoTime());
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (test.isTest()) {
        double millis = (System.nanoTime() - begins.get(test)) / 1e6;
        System.out.println(new Ran(run, test.getLegacyReportingName(), result.getStatus(), millis));
      }
      result
          .getThrowable()
          .ifPresent(why -> System.err.println(test.getDisplayName() + ": " + why));
    }
  }
}
