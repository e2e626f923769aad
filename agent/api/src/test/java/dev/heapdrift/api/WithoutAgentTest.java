package dev.heapdrift.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.heapdrift.snapshot.stats.Filter;
import dev.heapdrift.snapshot.stats.GroupBy;
import dev.heapdrift.snapshot.stats.TraceQuery;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every call is inert; the end-to-end tests of sample-apps ask a real agent. */
class WithoutAgentTest {

  @Test
  void nothingIsTraced() {
    assertThat(Heapdrift.isActive()).isFalse();
    assertThat(Heapdrift.start(25)).isFalse();
    assertThat(Heapdrift.isTracing()).isFalse();
    assertThat(Heapdrift.getTracedMemory()).isEqualTo(new TracedMemory(0, 0));
    assertThat(Heapdrift.getTracebackLimit()).isZero();
    assertThat(Heapdrift.getTracerMemory()).isZero();
    Heapdrift.clearTraces();
    Heapdrift.resetPeak();
    Heapdrift.stop();
  }

  @Test
  void nothingIsKnownOfObjects() {
    assertThat(Heapdrift.getObjectTraceback("x")).isEmpty();
    assertThat(Heapdrift.shallowSize("x")).isEmpty();
    assertThat(Heapdrift.deepSize("x")).isEmpty();
    assertThat(Heapdrift.findOwner("x")).isEmpty();
    assertThat(Heapdrift.<String>untraced(() -> "y")).isEqualTo("y");
  }

  @Test
  void aWrongNumberOfFramesIsRefusedAllTheSame() {
    assertThatIllegalArgumentException().isThrownBy(() -> Heapdrift.start(0));
  }

  @Test
  void aSnapshotAnswersEveryQuestionWithNothing() {
    AllocationSnapshot snapshot = Heapdrift.takeSnapshot();
    assertThat(snapshot.traces()).isEmpty();
    assertThat(snapshot.statistics(GroupBy.LINE)).isEmpty();
    assertThat(snapshot.statistics(TraceQuery.by(GroupBy.FILE).everyFrame())).isEmpty();
    assertThat(snapshot.compareTo(Heapdrift.takeSnapshot(), GroupBy.TYPE)).isEmpty();
    assertThat(snapshot.filterTraces(List.of(Filter.parse("-com.app"))).traces()).isEmpty();
    assertThat(snapshot.atPeak().traces()).isEmpty();
  }

  @Test
  void workIsCountedForNobody() {
    Heapdrift.countWork();
    Heapdrift.countWork(41);
    assertThatIllegalArgumentException().isThrownBy(() -> Heapdrift.countWork(-1));
  }

  @Test
  void noFileIsWritten(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("now.hds");
    assertThat(Heapdrift.writeSnapshot()).isEmpty();
    assertThat(Heapdrift.writeSnapshot(file)).isEmpty();
    assertThat(Heapdrift.takeSnapshot().dump(file)).isEmpty();
    assertThat(file).doesNotExist();
  }

  @Test
  void aTrackerPrintsNothing() {
    List<String> printed = new ArrayList<>();
    try (MemoryTracker tracker = MemoryTracker.open("block", 3, printed::add)) {
      assertThat(tracker.report()).isEmpty();
    }
    assertThat(printed).isEmpty();
  }
}
