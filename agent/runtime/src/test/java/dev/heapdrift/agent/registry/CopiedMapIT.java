package dev.heapdrift.agent.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.testkit.Snapshots;
import dev.heapdrift.agent.testkit.SpawnedJvm;
import dev.heapdrift.snapshot.ContainerFacts;
import dev.heapdrift.snapshot.Snapshot;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopiedMapIT {
  @TempDir Path folder;

  @Test
  void aMapThatIsCopiedAtEachInsertionIsOneSeriesOfItsOwnersSlot() {
    try (SpawnedJvm jvm =
        SpawnedJvm.of(CopiedMap.class).agent("interval=200ms,snapshots=" + folder).start()) {
      Snapshots.await(
          folder, seen -> series(seen).stream().anyMatch(map -> map.history().size() >= 10));
      jvm.println("stop");
      jvm.await().succeeded();
    }
    List<ContainerFacts> series = series(Snapshots.last(folder));
    assertThat(series).hasSize(1);
    ContainerFacts map = series.get(0);
    assertThat(map.growths()).isGreaterThan(1);
    assertThat(map.history()).isSortedAccordingTo((a, b) -> Long.compare(a.size(), b.size()));
  }

  private static List<ContainerFacts> series(Snapshot snapshot) {
    return snapshot.containers().stream()
        .filter(c -> c.owner() != null && c.owner().path().endsWith("CopiedMap.routes"))
        .toList();
  }
}
