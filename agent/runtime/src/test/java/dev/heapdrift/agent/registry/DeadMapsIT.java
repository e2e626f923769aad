package dev.heapdrift.agent.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.heapdrift.agent.testkit.Snapshots;
import dev.heapdrift.agent.testkit.SpawnedJvm;
import dev.heapdrift.snapshot.ContainerFacts;
import dev.heapdrift.snapshot.Snapshot;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reading sizes keeps nothing alive for long: dead maps in the old generation go within a few
 * concurrent cycles, though marking takes longer than the reading interval. A thread that asks for
 * others with {@code WeakReference.get} all the time shows what happens otherwise.
 */
class DeadMapsIT {
  /** Maps that must have been noticed and read; on a busy machine growths are dropped. */
  private static final int ENOUGH = DeadMaps.MAPS / 5;

  /** Snapshots, with a reading before each. */
  private static final int SETTLED = 5;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"UseG1GC", "UseZGC", "UseShenandoahGC"})
  void deadMapsAreCollected(String collector) {
    assumeTrue(available(collector), "this JVM has no " + collector);
    try (SpawnedJvm jvm = slowlyMarked(collector).start()) {
      jvm.awaitLine("filled");
      long filled = Snapshots.await(folder, any -> true).capture().sequence();
      Snapshots.await(
          folder,
          snapshot ->
              snapshot.capture().sequence() > filled + SETTLED && maps(snapshot).size() >= ENOUGH);
      jvm.println("let go");
      String alive = jvm.awaitLine("alive: ");
      assertThat(alive)
          .as("left after each collection of %s", collector)
          .containsPattern("\\b0] of");
      assertThat(alive).as("control").doesNotEndWith(" 0");
      assertThat(jvm.await().succeeded().err()).isEmpty();
    }
    assertThat(maps(Snapshots.last(folder))).isEmpty();
  }

  private SpawnedJvm.Builder slowlyMarked(String collector) {
    return SpawnedJvm.of(DeadMaps.class)
        .jvm("-XX:-UseSerialGC", "-XX:+UnlockExperimentalVMOptions", "-XX:+" + collector)
        .jvm("-Xmx1g", "-XX:ConcGCThreads=1", "-XX:+ExplicitGCInvokesConcurrent")
        .jvm("-XX:MaxTenuringThreshold=0")
        .agent("interval=100ms,max-snapshots=100000,snapshots=" + folder);
  }

  private static boolean available(String collector) {
    return SpawnedJvm.of(DeadMapsIT.class)
            .jvm("-XX:-UseSerialGC", "-XX:+UnlockExperimentalVMOptions", "-XX:+" + collector)
            .jvm("-version")
            .run()
            .exitCode()
        == 0;
  }

  private static List<ContainerFacts> maps(Snapshot snapshot) {
    return snapshot.containers().stream()
        .filter(container -> container.type().equals("java.util.HashMap"))
        .filter(container -> container.size() == DeadMaps.ENTRIES)
        .toList();
  }
}
