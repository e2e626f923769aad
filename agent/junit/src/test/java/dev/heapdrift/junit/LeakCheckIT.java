package dev.heapdrift.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.example.shop.Scenarios;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Whole test classes under an agent: what fails, with which words, and what does not. */
class LeakCheckIT {
  @TempDir Path reports;

  @BeforeEach
  void keepReportsHere() {
    System.setProperty(Artefacts.PROPERTY, reports.toString());
  }

  @AfterEach
  void forget() {
    System.clearProperty(Artefacts.PROPERTY);
    System.clearProperty(Outcomes.PROPERTY);
  }

  @Test
  void whatStaysOfEachIterationFailsTheTest() throws Exception {
    Map<String, String> failures = failures(run(Scenarios.Leaky.class));
    assertThat(failures).containsOnlyKeys("map()", "chain()", "pool()", "dynamic");

    String text = failures.get("map()");
    assertThat(text)
        .contains("heapdrift: 1 leak in ")
        .contains("1 com.example.shop.Orders$Order stays of each iteration in")
        .contains("held by    static com.example.shop.Orders.CACHE{value}")
        .containsPattern("filled at +com\\.example\\.shop\\.Orders\\.leak\\(Orders\\.java:\\d+\\)")
        .containsPattern("grows .*, 1 per unit of work")
        .contains("Take out of com.example.shop.Orders.CACHE what");
    Path kept = Path.of(text.substring(text.lastIndexOf("kept in") + 8).strip());
    assertThat(kept).hasParentRaw(reports.toAbsolutePath());
    assertThat(kept.resolve("report.txt"))
        .content()
        .isEqualTo(text.substring(0, text.indexOf("kept in")));
    assertThat(kept.resolve("report.html"))
        .content()
        .contains("1 com.example.shop.Orders$Order stays of each iteration in");
    try (var files = Files.list(kept)) {
      assertThat(files.filter(file -> file.toString().endsWith(".hds"))).hasSizeGreaterThan(5);
    }
    assertThat(failures.get("chain()")).contains("static com.example.shop.Orders.last.before");
    assertThat(failures.get("pool()")).contains("static com.example.shop.Orders.LATER[*]");
  }

  @Test
  void whatIsFullOrMadeOnceOrLetGoOfPasses() {
    EngineExecutionResults results = run(Scenarios.Healthy.class);
    results.testEvents().assertStatistics(all -> all.succeeded(7).failed(0).aborted(0));
    assertThat(results.testEvents().reportingEntryPublished().list()).hasSize(1);
    assertThat(results.testEvents().reportingEntryPublished().list().toString())
        .contains("leak check skipped: the audit keeps every order on purpose");
  }

  @Test
  void whatFillsUpToADeclaredEndIsNoVerdict() {
    EngineExecutionResults results = run(Scenarios.Filling.class);
    results.testEvents().assertStatistics(all -> all.aborted(1));
    String reason = throwables(results.testEvents().aborted().list()).get("cache()");
    assertThat(reason)
        .startsWith("heapdrift: inconclusive: ")
        .contains("com.example.shop.Orders$Recent.removeEldestEntry declares an end");

    System.setProperty(Outcomes.PROPERTY, "fail");
    run(Scenarios.Filling.class).testEvents().assertStatistics(all -> all.failed(1));
  }

  @Test
  void eachRunHasItsPreparationAndItsCleanUp() {
    Scenarios.Surrounded.CALLS.clear();
    EngineExecutionResults results = run(Scenarios.Surrounded.class);
    results.testEvents().assertStatistics(all -> all.succeeded(2));
    List<String> calls = Scenarios.Surrounded.CALLS;
    assertThat(calls).startsWith("open", "fills", "empty", "open", "fills", "empty");
    assertThat(calls).endsWith("open", "openInner", "empty");
    assertThat(calls.stream().filter("fills"::equals).count()).isGreaterThanOrEqualTo(7);
    assertThat(calls.stream().filter("open"::equals).count())
        .isEqualTo(calls.stream().filter("empty"::equals).count());
  }

  @Test
  void aTestThatFailsIsNoScenario() {
    EngineExecutionResults results = run(Scenarios.Broken.class);
    assertThat(failures(results)).containsExactly(Map.entry("fails()", "broken"));
  }

  @Test
  void otherThreadsAreNotBlamedWhileOtherTestsRun() {
    OtherTests.Listener launcher = new OtherTests.Listener();
    launcher.executionStarted(TestIds.test("other"));
    try {
      EngineExecutionResults results = run(Scenarios.Leaky.class);
      assertThat(failures(results)).containsOnlyKeys("map()", "chain()", "dynamic");
      assertThat(throwables(results.testEvents().aborted().list()).get("pool()"))
          .contains("other tests ran at the same time", "Orders$Order allocated at");
    } finally {
      launcher.executionFinished(TestIds.test("other"), TestExecutionResult.successful());
    }
  }

  @Test
  void whatATestAtTheSameTimeKeepsIsNotBlamedOnAnother() {
    EngineTestKit.engine("junit-jupiter")
        .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
        .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
        .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "2")
        .selectors(selectClass(Scenarios.Beside.class))
        .execute()
        .testEvents()
        .assertStatistics(all -> all.succeeded(2).failed(0).aborted(0));
  }

  private static EngineExecutionResults run(Class<?> scenarios) {
    return EngineTestKit.engine("junit-jupiter").selectors(selectClass(scenarios)).execute();
  }

  private static Map<String, String> failures(EngineExecutionResults results) {
    return throwables(results.testEvents().failed().list());
  }

  private static Map<String, String> throwables(List<Event> events) {
    return events.stream()
        .collect(
            Collectors.toMap(
                event -> event.getTestDescriptor().getDisplayName(),
                event ->
                    event
                        .getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow()
                        .getMessage()));
  }
}
