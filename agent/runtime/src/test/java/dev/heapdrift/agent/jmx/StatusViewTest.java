package dev.heapdrift.agent.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.control.Status;
import dev.heapdrift.agent.control.Suspect;
import dev.heapdrift.snapshot.CostFacts;
import dev.heapdrift.snapshot.Drop;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatusViewTest {

  @Test
  void readsWhatTheAgentSays() {
    StatusView view = new StatusView(status("stepped down", 7_500_000, 4096).text());
    assertThat(view.getLevel()).isEqualTo("watch");
    assertThat(view.getReason()).isEqualTo("stepped down");
    assertThat(view.getVersion()).isEqualTo("0.1");
    assertThat(view.getSnapshotFolder()).isEqualTo("/folder");
    assertThat(view.getCpuMillis()).isEqualTo(7);
    assertThat(view.getMemoryBytes()).isEqualTo(4096);
    assertThat(view.getContainers()).isEqualTo(12);
    assertThat(view.getInstances()).isEqualTo(3);
    assertThat(view.getHeapAfterGcBytes()).isEqualTo(1 << 20);
    assertThat(view.getNewestSnapshot()).isEqualTo(5);
    assertThat(view.getCostMillis()).isEqualTo(Map.of("read", 250L));
    assertThat(view.getDrops()).isEqualTo(Map.of("max-containers", 9L));
    assertThat(view.getGrowing())
        .singleElement()
        .returns(12L, GrowthView::getId)
        .returns(3000L, GrowthView::getSinceMillis)
        .returns(70L, GrowthView::getEntries)
        .returns(1.25, GrowthView::getEntriesPerSecond)
        .returns("java.util.HashMap", GrowthView::getType)
        .returns(null, GrowthView::getOwner)
        .returns("a.B.c(B.java:4)", GrowthView::getInsertionSite);
    assertThat(view.getNotSeen()).containsExactly("a queue", "a stack");
  }

  @Test
  void whatIsNotKnownIsNoFigure() {
    StatusView view = new StatusView(status(null, -1, -1).text());
    assertThat(view.getReason()).isNull();
    assertThat(view.getCpuMillis()).isZero();
    assertThat(view.getMemoryBytes()).isEqualTo(-1);
  }

  private static Status status(String reason, long cpuNanos, long memoryBytes) {
    return new Status(
        "watch",
        reason,
        "0.1",
        "/folder",
        100,
        5000,
        100,
        cpuNanos,
        memoryBytes,
        12,
        3,
        0,
        1 << 20,
        5,
        List.of(new Suspect(12, 3000, 70, 1.25, "java.util.HashMap", null, "a.B.c(B.java:4)")),
        List.of(new CostFacts("read", 5, 250_000_000, 1, 1, 1)),
        List.of(new Drop("max-containers", 9), new Drop("frames", 0)),
        List.of("a queue", "a stack"));
  }
}
