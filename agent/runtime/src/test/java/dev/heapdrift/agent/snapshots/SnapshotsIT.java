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
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that a run leaves, and what happens where it can leave none. */
class SnapshotsIT {
  @TempDir Path root;

  @Test
  void aFolderThatCannotBeMadeCostsOneLineAndNothingElse() throws IOException {
    Path file = Files.createFile(root.resolve("file"));
    try (SpawnedJvm jvm = program(file.resolve("below"), "interval=100ms", 1000)) {
      jvm.awaitErrorLine("heapdrift: ");
      SpawnedJvm.Result result = ended(jvm);
      assertThat(result.out()).last().asString().startsWith("exiting");
      assertThat(result.err()).hasSize(1).first().asString().startsWith("heapdrift: ");
    }
  }

  @Test
  void aFolderThatGoesAwayCostsNothing() throws IOException {
    Path folder = root.resolve("folder");
    try (SpawnedJvm jvm = program(folder, "interval=100ms", 3000)) {
      jvm.awaitLine("running");
      Snapshots.await(folder, 2);
      replaceByAFile(folder);
      assertThat(ended(jvm).err()).isEmpty();
    }
  }

  @Test
  void aRunKeepsItsBeginningAndItsEnd() {
    Path folder = root.resolve("folder");
    try (SpawnedJvm jvm = program(folder, "interval=50ms,max-snapshots=5", 0)) {
      Snapshots.await(folder, newest -> newest.capture().sequence() > 8);
      ended(jvm);
    }
    List<Path> files = Snapshots.files(folder);
    assertThat(files).hasSize(5);
    assertThat(files.get(0).toString()).endsWith("-000001.hds");
    Snapshot last = Snapshots.last(folder);
    assertThat(last.capture().trigger()).isEqualTo(Trigger.EXIT);
    assertThat(last.capture().sequence()).isGreaterThan(files.size());
  }

  @Test
  void anExitThatMayNotWaitGoesOn() {
    try (SpawnedJvm jvm = program(root.resolve("folder"), "interval=0,exit-wait=0", 1000)) {
      assertThat(ended(jvm).err()).isEmpty();
    }
  }

  /** The agent may make it again between the one step and the other. */
  private void replaceByAFile(Path folder) throws IOException {
    int times = 0;
    do {
      Files.move(folder, root.resolve("elsewhere-" + times++));
    } while (!folder.toFile().createNewFile());
  }

  private static SpawnedJvm.Result ended(SpawnedJvm jvm) {
    jvm.println("end");
    SpawnedJvm.Result result = jvm.await();
    assertThat(result.exitCode()).isEqualTo(Program.EXIT_CODE);
    return result;
  }

  private static SpawnedJvm program(Path folder, String options, int millis) {
    return SpawnedJvm.of(Program.class)
        .agent(options + ",snapshots=" + folder)
        .arguments(Integer.toString(millis))
        .start();
  }

  /** Fills a list, and ends the JVM after so many milliseconds, when it is told to. */
  static final class Program {
    static final int EXIT_CODE = 3;

    private static final List<Object> LIST = new ArrayList<>();

    private Program() {}

    public static void main(String[] args) throws IOException {
      System.out.println("running");
      long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Long.parseLong(args[0]));
      while (System.nanoTime() < end || System.in.available() == 0) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        for (int i = 0; i < 1_000 && LIST.size() < 100_000; i++) {
          LIST.add(args);
        }
      }
      System.out.println("exiting");
      System.exit(EXIT_CODE);
    }
  }
}
