package dev.heapdrift.agent.instances;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.testkit.Snapshots;
import dev.heapdrift.agent.testkit.SpawnedJvm;
import dev.heapdrift.snapshot.InstanceFacts;
import dev.heapdrift.snapshot.InstanceFacts.Kind;
import dev.heapdrift.snapshot.Snapshot;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BurstIT {
  /** Threads and buffers that the JVM or the agent itself may have beside those left. */
  private static final int FEW = 20;

  private static final long LITTLE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

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
    assertThat(Snapshots.tickNanos(last)).isBetween(1L, LITTLE_NANOS);
    assertThat(live(last, Kind.THREAD)).isLessThan(Burst.LEFT + FEW);
  }

  private static long live(Snapshot snapshot, Kind kind) {
    return snapshot.instances().stream()
        .filter(facts -> facts.kind() == kind)
        .mapToLong(InstanceFacts::live)
        .sum();
  }
}
