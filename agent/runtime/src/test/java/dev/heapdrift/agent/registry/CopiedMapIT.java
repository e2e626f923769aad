package dev.heapdrift.agent.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.testkit.Snapshots;
import dev.heapdrift.agent.testkit.SpawnedJvm;
import dev.heapdrift.snapshot.ContainerFacts;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopiedMapIT {
  @TempDir Path folder;

  @Test
  void aMapThatIsCopiedAtEachInsertionIsOneSeriesOfItsOwnersSlot() {
    try (SpawnedJvm jvm =
        SpawnedJvm.of(CopiedMap.class).agent("interval=200ms,snapshots=" + folder).start()) {
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      while (series().stream().noneMatch(map -> map.history().size() >= 10)) {
        assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
      }
      jvm.println("stop");
      jvm.await().succeeded();
    }
    assertThat(series()).hasSize(1);
    ContainerFacts map = series().get(0);
    assertThat(map.growths()).isGreaterThan(1);
    assertThat(map.history()).isSortedAccordingTo((a, b) -> Long.compare(a.size(), b.size()));
  }

  private List<ContainerFacts> series() {
    return Snapshots.files(folder).isEmpty()
        ? List.of()
        : Snapshots.last(folder).containers().stream()
            .filter(c -> c.owner() != null && c.owner().path().endsWith("CopiedMap.routes"))
            .toList();
  }
}
