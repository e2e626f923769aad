package dev.heapdrift.junit;

import static dev.heapdrift.junit.HeapAssertions.assertAllocatesAtMost;
import static dev.heapdrift.junit.HeapAssertions.assertCollectable;
import static dev.heapdrift.junit.HeapAssertions.assertInstancesAtMost;
import static dev.heapdrift.junit.HeapAssertions.assertNoLeak;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.example.shop.Scenarios;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.opentest4j.TestAbortedException;

/** Without an agent, and where none may be attached. */
class HeapAssertionsTest {
  private static final List<Object> HELD = new ArrayList<>();
  private static volatile Object sink;

  private static final class Counted {}

  @Test
  void whatNobodyHoldsCanBeCollected() {
    assertCollectable(new Object());
    assertCollectable(new WeakReference<>(new Object()));
  }

  @Test
  void whatIsHeldCannotAndTheAgentIsMissed() {
    HELD.add(new Counted());
    assertThatThrownBy(() -> assertCollectable(HELD.get(0)))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("heapdrift: a " + Counted.class.getName() + " cannot be collected")
        .hasMessageContaining("only an agent can tell: no agent watches this JVM: add -javaagent");
    HELD.clear();
  }

  @Test
  void allocationsAreCountedWithoutAnAgent() {
    assertAllocatesAtMost(0, () -> {});
    assertAllocatesAtMost(1100, () -> sink = new byte[1000]);
    assertThatThrownBy(() -> assertAllocatesAtMost(999, () -> sink = new byte[1000]))
        .hasMessageMatching(
            "heapdrift: allocates 10\\d\\d B, the least of three runs; allowed are 999");
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(
            () ->
                assertAllocatesAtMost(
                    1,
                    () -> {
                      throw new IOException("the code's own");
                    }));
    assertThatIllegalArgumentException().isThrownBy(() -> assertAllocatesAtMost(-1, () -> {}));
  }

  @Test
  void instancesAreCountedWithoutAnAgent() {
    assertInstancesAtMost(Counted.class, 0);
    List<Counted> three = List.of(new Counted(), new Counted(), new Counted());
    assertInstancesAtMost(Counted.class, 3);
    assertThatThrownBy(() -> assertInstancesAtMost(Counted.class, 2))
        .hasMessage(
            "heapdrift: 3 instances of " + Counted.class.getName() + " are alive; allowed are 2");
    assertThat(three).hasSize(3);
  }

  @Test
  void aHistogramIsReadByItsColumns() {
    String printed =
        """
         num     #instances         #bytes  class name (module)
        -------------------------------------------------------
           1:         12345         678901  [B (java.base@17.0.15)
           2:             7            168  com.app.Order
           3:             2             48  com.app.Order
        Total         12354         679117
        """;
    assertThat(ClassHistogram.count(printed, "com.app.Order")).isEqualTo(9);
    assertThat(ClassHistogram.count(printed, "[B")).isEqualTo(12_345);
    assertThat(ClassHistogram.count(printed, "com.app.Other")).isZero();
  }

  @Test
  void leaksCannotBeJudged() {
    assertThatExceptionOfType(TestAbortedException.class)
        .isThrownBy(() -> assertNoLeak(() -> {}))
        .withMessageStartingWith(
            "heapdrift: inconclusive: no agent watches this JVM: add -javaagent")
        .withMessageEndingWith("or -Djdk.attach.allowAttachSelf=true");
    System.setProperty(Outcomes.PROPERTY, "fail");
    try {
      assertThatThrownBy(() -> assertNoLeak(() -> {})).isInstanceOf(AssertionError.class);
    } finally {
      System.clearProperty(Outcomes.PROPERTY);
    }
  }

  @Test
  void aCheckedTestRunsOnceAndIsAborted() {
    EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(Scenarios.Filling.class))
        .execute()
        .testEvents()
        .assertStatistics(all -> all.aborted(1));
  }

  @Test
  void nonsenseIsRefusedBeforeTheTestRuns() {
    EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(Scenarios.Nonsense.class))
        .execute()
        .testEvents()
        .assertStatistics(all -> all.failed(2));
  }
}
