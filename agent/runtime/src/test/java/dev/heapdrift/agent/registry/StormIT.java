package dev.heapdrift.agent.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.testkit.Snapshots;
import dev.heapdrift.agent.testkit.SpawnedJvm;
import dev.heapdrift.snapshot.ContainerFacts;
import dev.heapdrift.snapshot.Snapshot;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated // measures
class StormIT {
  /** Large lists that the door's tokens let through in the second or two between collections. */
  private static final int FEW = 1000;

  private static final long LITTLE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  @TempDir Path folder;

  @Test
  void twentyThousandShortLivedListsASecondNeitherGrowTheRegistryNorBlock() {
    SpawnedJvm.Result result = stormUntilTheLeakIsSeen();
    assertThat(result.err()).isEmpty();
    assertThat(result.out().get(0))
        .isEqualTo("made " + Storm.LISTS_PER_SECOND * Storm.SECONDS + ", blocked 0");
    assertThat(Long.parseLong(result.out().get(1)))
        .isLessThan(TimeUnit.SECONDS.toMillis(Storm.SECONDS));

    Snapshot last = Snapshots.last(folder);
    assertThat(last.containers()).hasSizeLessThan(FEW);
    assertThat(last.drops())
        .anyMatch(drop -> drop.bound().equals("door-captures") && drop.count() > 0)
        .anyMatch(drop -> drop.bound().equals("max-containers") && drop.count() == 0);
    assertThat(Snapshots.tickNanos(last)).isBetween(1L, LITTLE_NANOS);
  }

  private SpawnedJvm.Result stormUntilTheLeakIsSeen() {
    SpawnedJvm.Builder storm =
        SpawnedJvm.of(Storm.class)
            .jvm("-XX:TieredStopAtLevel=4")
            .agent("interval=1s,snapshots=" + folder);
    try (SpawnedJvm jvm = storm.start()) {
      jvm.awaitLine("made ");
      Snapshots.await(folder, seen -> seen.containers().stream().anyMatch(StormIT::isLeak));
      jvm.println("end");
      return jvm.await().succeeded();
    }
  }

  private static boolean isLeak(ContainerFacts container) {
    return container.size() > 100_000
        && container.owner() != null
        && container.owner().path().endsWith("Storm.LEAK");
  }
}
