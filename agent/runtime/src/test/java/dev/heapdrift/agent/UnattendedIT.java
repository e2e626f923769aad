package dev.heapdrift.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.testkit.Snapshots;
import dev.heapdrift.agent.testkit.SpawnedJvm;
import dev.heapdrift.snapshot.CaptureFacts;
import dev.heapdrift.snapshot.CaptureFacts.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the agent does by itself while nobody looks. */
class UnattendedIT {
  @TempDir Path root;

  @Test
  void aHeapThatFillsUpLeavesASnapshotAndMetricsBeforeTheEnd() throws IOException {
    Path snapshots = root.resolve("snapshots");
    Path metrics = root.resolve("orders.prom");
    String options = "interval=0,survivors-interval=0,heap-trigger=50,snapshots=" + snapshots;
    try (SpawnedJvm jvm =
        SpawnedJvm.of(Program.class)
            .jvm("-Xmx128m")
            .agent(options + ",metrics=" + metrics)
            .start()) {
      jvm.awaitLine("full");
      Snapshots.await(snapshots, 1);
    } // killed: there is no snapshot at exit
    CaptureFacts capture = Snapshots.last(snapshots).capture();
    assertThat(capture.trigger()).isEqualTo(Trigger.HEAP);
    assertThat(capture.heapAfterGcBytes()).isGreaterThan(60L << 20);
    assertThat(Files.readAllLines(metrics))
        .contains("heapdrift_heap_after_gc_bytes{app=\"orders\"} " + capture.heapAfterGcBytes())
        .endsWith("# EOF");
  }

  /** Fills most of its heap for good, and waits to be killed. */
  static final class Program {
    private static final List<byte[]> HELD = new ArrayList<>();
    private static final int CHUNK = 1 << 10;

    private Program() {}

    public static void main(String[] args) throws IOException {
      long wanted = Runtime.getRuntime().maxMemory() * 6 / 10;
      while ((long) HELD.size() * CHUNK < wanted) {
        HELD.add(new byte[CHUNK]);
        if (HELD.size() % 10_000 == 0) {
          System.gc(); // what one leaves is looked at
        }
      }
      System.gc();
      System.out.println("full");
      System.in.read();
    }
  }
}
