package dev.heapdrift.agent.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.heapdrift.agent.testkit.Snapshots;
import dev.heapdrift.agent.testkit.SpawnedJvm;
import dev.heapdrift.snapshot.ContainerFacts;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reading sizes keeps nothing alive: dead maps in the old generation go within two concurrent
 * cycles, though marking takes longer than the reading interval. A thread that asks for others with
 * {@code WeakReference.get} all the time shows what happens otherwise.
 */
class DeadMapsIT {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"UseG1GC", "UseZGC", "UseShenandoahGC"})
  void deadMapsAreCollected(String collector) {
    assumeTrue(available(collector), "this JVM has no " + collector);
    try (SpawnedJvm jvm = slowlyMarked(collector).start()) {
      jvm.awaitLine("filled");
      awaitRead();
      jvm.println("let go");
      String alive = jvm.awaitLine("alive: ");
      assertThat(alive).startsWith("alive: 0 of");
      assertThat(alive).as("control").doesNotEndWith(" 0");
      assertThat(jvm.await().succeeded().err()).isEmpty();
    }
    assertThat(maps()).isEmpty();
  }

  private SpawnedJvm.Builder slowlyMarked(String collector) {
    return SpawnedJvm.of(DeadMaps.class)
        .jvm("-XX:-UseSerialGC", "-XX:+UnlockExperimentalVMOptions", "-XX:+" + collector)
        .jvm("-Xmx1g", "-XX:ConcGCThreads=1", "-XX:+ExplicitGCInvokesConcurrent")
        .jvm("-XX:MaxTenuringThreshold=0")
        .agent("interval=100ms,snapshots=" + folder);
  }

  private static boolean available(String collector) {
    return SpawnedJvm.of(DeadMapsIT.class)
            .jvm("-XX:-UseSerialGC", "-XX:+UnlockExperimentalVMOptions", "-XX:+" + collector)
            .jvm("-version")
            .run()
            .exitCode()
        == 0;
  }

  /** Waits until nearly all maps have been noticed and read; a busy machine may drop a growth. */
  private void awaitRead() {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (maps().size() < DeadMaps.MAPS * 4 / 5) {
      assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }

  private List<ContainerFacts> maps() {
    return Snapshots.files(folder).isEmpty()
        ? List.of()
        : Snapshots.last(folder).containers().stream()
            .filter(container -> container.type().equals("java.util.HashMap"))
            .filter(container -> container.size() == DeadMaps.ENTRIES)
            .toList();
  }
}
