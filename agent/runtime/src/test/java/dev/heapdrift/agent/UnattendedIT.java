package dev.heapdrift.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.testkit.Snapshots;
import dev.heapdrift.agent.testkit.SpawnedJvm;
import dev.heapdrift.snapshot.CaptureFacts;
import dev.heapdrift.snapshot.CaptureFacts.Trigger;
import dev.heapdrift.snapshot.Snapshot;
import java.io.IOException;
import java.lang.reflect.Method;
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

  @Test
  void anOutOfMemoryErrorHasLeftASnapshotFromBefore() {
    Path snapshots = root.resolve("snapshots");
    SpawnedJvm.Result ended =
        SpawnedJvm.of(Exhausting.class)
            .jvm("-Xmx" + Exhausting.HEAP)
            .agent("interval=0,survivors-interval=0,exit-wait=0,snapshots=" + snapshots)
            .arguments(snapshots.toString())
            .run()
            .succeeded();
    assertThat(ended.out()).containsExactly("out of memory");
    assertThat(Snapshots.files(snapshots))
        .extracting(file -> Snapshots.read(file).capture())
        .isNotEmpty()
        .allMatch(capture -> capture.trigger() == Trigger.HEAP)
        .allMatch(capture -> capture.heapAfterGcBytes() > Exhausting.HEAP / 10 * 9);
  }

  @Test
  void whatHoldsTooMuchStepsDownAndSaysSo() {
    assertThat(stepsDown(Program.class, "max-memory=5m"))
        .startsWith("it holds ")
        .endsWith(" of memory, more than 5120 KiB (max-memory)");
  }

  @Test
  void whatTakesTooMuchTimeStepsDownAndSaysSo() {
    assertThat(stepsDown(Asking.class, "max-overhead=1"))
        .isEqualTo("its thread takes more than 1 % of one core (max-overhead)");
  }

  /** Returns the reason, as stderr has it, when files and level are as they must be. */
  private String stepsDown(Class<?> program, String limit) {
    Path snapshots = root.resolve("snapshots");
    String options = "interval=0,survivors-interval=0,level=exact," + limit;
    String complaint = "heapdrift: level sample instead of exact: ";
    String line;
    try (SpawnedJvm jvm =
        SpawnedJvm.of(program).agent(options + ",snapshots=" + snapshots).start()) {
      line = jvm.awaitErrorLine(complaint);
      Snapshots.await(snapshots, 1);
      jvm.println("exit");
      assertThat(jvm.await().exitCode()).isZero();
    }
    List<Path> files = Snapshots.files(snapshots);
    Snapshot before = Snapshots.read(files.get(0));
    assertThat(before.capture().trigger()).isEqualTo(Trigger.LEVEL);
    assertThat(before.agent().level()).isEqualTo("exact");
    assertThat(before.allocations().traces()).isNotEmpty();
    Snapshot last = Snapshots.last(snapshots);
    assertThat(last.agent().level()).isNotEqualTo("exact");
    assertThat(last.notSeen()).anyMatch(sentence -> sentence.contains("stepped down from "));
    return line.substring(complaint.length());
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

  /**
   * Fills its heap until there is no room left, and goes on without it. Most of a leak's time
   * passes between two collections of a nearly full heap; here the program waits there instead,
   * until there is a snapshot in the folder of its argument.
   */
  static final class Exhausting {
    private static final long HEAP = 48 << 20;
    private static final List<byte[]> HELD = new ArrayList<>();
    private static final int CHUNK = 8 << 10;
    private static final int STEP = 64;

    private Exhausting() {}

    public static void main(String[] args) {
      Path snapshots = Path.of(args[0]);
      try {
        while (usedAfterGc() < HEAP / 100 * 91) {
          fill(STEP);
        }
        Snapshots.await(snapshots, 1);
        fill(Integer.MAX_VALUE);
      } catch (OutOfMemoryError full) {
        HELD.clear();
        System.out.println("out of memory");
      }
    }

    private static long usedAfterGc() {
      System.gc();
      return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void fill(int chunks) {
      for (int i = 0; i < chunks; i++) {
        HELD.add(new byte[CHUNK]);
      }
    }
  }

  /** Asks for one snapshot after the other: the agent's thread works, and its own waits. */
  static final class Asking {
    private Asking() {}

    public static void main(String[] args) throws Exception {
      Method control =
          Class.forName("java.lang.HeapdriftDoor1", false, null)
              .getMethod("control", String.class, Object.class);
      Thread thread = new Thread(() -> ask(control));
      thread.setDaemon(true);
      thread.start();
      System.in.read();
    }

    private static void ask(Method control) {
      try {
        Object answer;
        do {
          answer = control.invoke(null, "snapshot.bytes", null);
        } while (answer != null); // as long as there is an agent
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
