package dev.heapdrift.agent.instances;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.testkit.Snapshots;
import dev.heapdrift.agent.testkit.SpawnedJvm;
import dev.heapdrift.snapshot.CostFacts;
import dev.heapdrift.snapshot.InstanceFacts;
import dev.heapdrift.snapshot.InstanceFacts.Kind;
import dev.heapdrift.snapshot.Snapshot;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BurstIT {
  /** Buffers that the door lets through between two collections. */
  private static final int FEW = 2000;

  @TempDir Path folder;

  @Test
  void manyShortLivedThreadsAndBuffersAreFewThatAreHeldAndCostLittle() {
    SpawnedJvm.of(Burst.class)
        .jvm("-Xmx64m")
        .agent("interval=1s,snapshots=" + folder)
        .run()
        .succeeded();

    Snapshot last = Snapshots.last(folder);
    assertThat(last.instances()).hasSizeLessThan(100);
    assertThat(live(last, Kind.DIRECT_BUFFER)).isLessThan(FEW);
    assertThat(last.drops())
        .anyMatch(drop -> drop.bound().equals("door-instances") && drop.count() > Burst.THREADS / 2)
        .anyMatch(drop -> drop.bound().equals("max-instances") && drop.count() == 0);
    long busy =
        last.costs().stream()
            .filter(cost -> cost.activity().equals("drain") || cost.activity().equals("read"))
            .mapToLong(CostFacts::totalNanos)
            .sum();
    assertThat(busy).isLessThan(TimeUnit.SECONDS.toNanos(2));
    assertThat(live(last, Kind.THREAD)).isLessThan(Burst.LEFT + 20);
  }

  private static long live(Snapshot snapshot, Kind kind) {
    return snapshot.instances().stream()
        .filter(facts -> facts.kind() == kind)
        .mapToLong(InstanceFacts::live)
        .sum();
  }
}
