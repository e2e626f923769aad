package dev.heapdrift.agent.snapshots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.testkit.Snapshots;
import dev.heapdrift.agent.testkit.SpawnedJvm;
import dev.heapdrift.snapshot.CaptureFacts.Trigger;
import dev.heapdrift.snapshot.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that a run leaves, and what happens where it can leave none. */
class SnapshotsIT {
  @TempDir Path root;

  @Test
  void aFolderThatCannotBeMadeCostsOneLineAndNothingElse() throws IOException {
    Path file = Files.createFile(root.resolve("file"));
    SpawnedJvm.Result result =
        SpawnedJvm.of(Program.class)
            .agent("interval=100ms,snapshots=" + file.resolve("below"))
            .arguments("1000")
            .run();
    assertThat(result.exitCode()).isEqualTo(Program.EXIT_CODE);
    assertThat(result.out()).last().asString().startsWith("exiting at ");
    assertThat(result.err()).hasSize(1).first().asString().startsWith("heapdrift: ");
  }

  @Test
  void aFolderThatGoesAwayCostsNothing() throws IOException {
    Path folder = root.resolve("folder");
    try (SpawnedJvm jvm = program(folder, "interval=100ms", 3000)) {
      jvm.awaitLine("running");
      Snapshots.await(folder, 2);
      Files.move(folder, root.resolve("elsewhere"));
      Files.createFile(folder);
      SpawnedJvm.Result result = jvm.await();
      assertThat(result.exitCode()).isEqualTo(Program.EXIT_CODE);
      assertThat(result.err()).isEmpty();
    }
  }

  @Test
  void aRunKeepsItsBeginningAndItsEnd() {
    Path folder = root.resolve("folder");
    try (SpawnedJvm jvm = program(folder, "interval=50ms,max-snapshots=5", 2000)) {
      assertThat(jvm.await().exitCode()).isEqualTo(Program.EXIT_CODE);
    }
    List<Path> files = Snapshots.files(folder);
    assertThat(files).hasSize(5);
    assertThat(files.get(0).toString()).endsWith("-000001.hds");
    Snapshot last = Snapshots.last(folder);
    assertThat(last.capture().trigger()).isEqualTo(Trigger.EXIT);
    assertThat(last.capture().sequence()).isGreaterThan(files.size());
  }

  @Test
  void theExitWaitsTwoSecondsAtMost() {
    Path folder = root.resolve("folder");
    try (SpawnedJvm jvm = program(folder, "interval=0", 1000)) {
      String line = jvm.awaitLine("exiting at ");
      assertThat(jvm.await().exitCode()).isEqualTo(Program.EXIT_CODE);
      long began = Long.parseLong(line.substring(line.lastIndexOf(' ') + 1));
      assertThat(System.currentTimeMillis() - began).isLessThan(2000);
    }
    assertThat(Snapshots.last(folder).capture().trigger()).isEqualTo(Trigger.EXIT);
  }

  private static SpawnedJvm program(Path folder, String options, int millis) {
    return SpawnedJvm.of(Program.class)
        .agent(options + ",snapshots=" + folder)
        .arguments(Integer.toString(millis))
        .start();
  }

  /** Fills a list for so many milliseconds, then ends the JVM. */
  static final class Program {
    static final int EXIT_CODE = 3;

    private static final List<Object> LIST = new ArrayList<>();

    private Program() {}

    public static void main(String[] args) {
      System.out.println("running");
      long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Long.parseLong(args[0]));
      while (System.nanoTime() < end) {
        if (LIST.size() < 100_000) {
          LIST.add(args);
        }
      }
      System.out.println("exiting at " + System.currentTimeMillis());
      System.exit(EXIT_CODE);
    }
  }
}
