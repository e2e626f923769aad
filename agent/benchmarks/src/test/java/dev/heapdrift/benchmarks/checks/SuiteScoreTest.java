package dev.heapdrift.benchmarks.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult.Status;

/** A run errs when one of its tests does; what says nothing is counted apart. */
class SuiteScoreTest {
  private static final String OUTPUT =
      """
      RAN 0 evicts() SUCCESSFUL 120
      WARNING: a Java agent has been loaded
      RAN 0 notes(RepetitionInfo) ABORTED 2300
      TIME 2420.0
      RAN 1 evicts() SUCCESSFUL 80
      RAN 1 notes(RepetitionInfo)[2] FAILED 2100
      TIME 2180.0
      """;

  @Test
  void countsRunsAndChecks() {
    SuiteScore score = new SuiteScore("clean", Status.SUCCESSFUL);
    assertThat(score.add(Ran.in(OUTPUT))).isFalse();
    assertThat(score.add(Ran.in("RAN 0 evicts() SUCCESSFUL 90"))).isTrue();
    assertThat(score)
        .hasToString(
            "clean: 1 of 3 runs wrong: at most 86.5 % at 95 %; 1 with a check that was"
                + " inconclusive: at most 86.5 %; checks {SUCCESSFUL=3, ABORTED=1, FAILED=1};"
                + " ms of a check: median 120, 95 % 2300, longest 2300");
  }

  @Test
  void aJvmWithoutTestsIsNoRun() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new SuiteScore("clean", Status.SUCCESSFUL).add(List.of()));
  }
}
