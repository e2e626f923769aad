package dev.heapdrift.agent.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.testkit.Snapshots;
import dev.heapdrift.agent.testkit.SpawnedJvm;
import dev.heapdrift.snapshot.ContainerFacts;
import dev.heapdrift.snapshot.CostFacts;
import dev.heapdrift.snapshot.Snapshot;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StormIT {
  /** Large lists that the door's tokens let through in the second or two between collections. */
  private static final int FEW = 1000;

  @TempDir Path folder;

  @Test
  void twentyThousandShortLivedListsASecondNeitherGrowTheRegistryNorBlock() {
    SpawnedJvm.Result result =
        SpawnedJvm.of(Storm.class)
            .jvm("-XX:TieredStopAtLevel=4")
            .agent("interval=1s,snapshots=" + folder)
            .run()
            .succeeded();
    assertThat(result.err()).isEmpty();
    String made = result.out().get(0);
    assertThat(made).startsWith("made " + Storm.LISTS_PER_SECOND * Storm.SECONDS + " in ms ");
    long millis = Long.parseLong(made.substring(made.lastIndexOf(' ') + 1));
    assertThat(millis).isLessThan(TimeUnit.SECONDS.toMillis(Storm.SECONDS) * 3 / 2);

    Snapshot last = Snapshots.last(folder);
    assertThat(last.containers()).hasSizeLessThan(FEW).anyMatch(StormIT::isLeak);
    assertThat(last.drops())
        .anyMatch(drop -> drop.bound().equals("door-captures") && drop.count() > 0)
        .anyMatch(drop -> drop.bound().equals("max-containers") && drop.count() == 0);
    long busy =
        last.costs().stream().filter(StormIT::isSteady).mapToLong(CostFacts::totalNanos).sum();
    assertThat(busy).isLessThan(TimeUnit.SECONDS.toNanos(1));
  }

  private static boolean isLeak(ContainerFacts container) {
    return container.size() > 100_000
        && container.owner() != null
        && container.owner().path().endsWith("Storm.LEAK");
  }

  private static boolean isSteady(CostFacts cost) {
    return cost.activity().equals("drain") || cost.activity().equals("read");
  }
}
