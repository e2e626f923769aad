package dev.heapdrift.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MemoryTrackerTest {

  private final List<String> printed = new ArrayList<>();
  private FakeDoor agent;

  @BeforeEach
  void listen() throws ReflectiveOperationException {
    agent = FakeDoor.open();
    holds(0, 0);
  }

  @AfterEach
  void leave() {
    agent.close();
  }

  @Test
  void printsCurrentPeakAndTopConsumers() {
    try (MemoryTracker tracker = open("import")) {
      holds(1_000, 50_000);
      assertThat(tracker.report()).isPresent();
    }
    assertThat(printed.get(0))
        .matches(
            "import: \\d+\\.\\d s, current=97\\.7 KiB \\(\\+97\\.7 KiB\\), "
                + "peak=4883 KiB \\(\\+4883 KiB\\)");
    assertThat(printed.subList(1, printed.size()))
        .containsExactly(
            "  now",
            "    Orders.java:42: size=97.7 KiB (+97.7 KiB), count=1000 (+1000), average=100 B",
            "  at the peak",
            "    Orders.java:42: size=4883 KiB (+4883 KiB), count=50000 (+50000), average=100 B");
  }

  @Test
  void tracesForTheBlockWhereNothingWasTraced() {
    MemoryTracker outer = open("outer");
    MemoryTracker inner = open("inner");
    outer.close();
    assertThat(Heapdrift.isTracing()).as("inner is open").isTrue();
    inner.close();
    assertThat(Heapdrift.isTracing()).isFalse();
  }

  @Test
  void leavesTracingOnWhereItWasOn() {
    agent.tracing(true);
    open("block").close();
    assertThat(Heapdrift.isTracing()).isTrue();
  }

  @Test
  void keepsItsPeakWhenAnotherResetsIt() {
    try (MemoryTracker outer = open("outer")) {
      holds(10, 700);
      open("inner").close();
      holds(20, 30);
      assertThat(outer.report().orElseThrow().now()).isEqualTo(new TracedMemory(2_000, 70_000));
      assertThat(outer.report().orElseThrow().growthAtPeak().get(0).count()).isEqualTo(700);
    }
  }

  @Test
  void closesOnce() {
    MemoryTracker tracker = open("block");
    tracker.close();
    int lines = printed.size();
    tracker.close();
    assertThat(printed).hasSize(lines);
  }

  @Test
  void aFailureIsALineAndNotAnException() {
    try (MemoryTracker tracker = open("block")) {
      assertThat(tracker.report()).isPresent();
      agent.says("tracing.memory", "error: too busy");
    }
    assertThat(printed).containsExactly("block: no report, too busy");
  }

  @Test
  void aNegativeNumberOfLinesIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MemoryTracker.open("block", -1, printed::add))
        .withMessage("top must be 0 or more, not -1");
  }

  private MemoryTracker open(String name) {
    return MemoryTracker.open(name, 5, printed::add);
  }

  private void holds(long live, long peak) {
    agent.memory(100 * live, 100 * peak).holds(new Traces().at(42, live, peak).snapshot());
  }
}
