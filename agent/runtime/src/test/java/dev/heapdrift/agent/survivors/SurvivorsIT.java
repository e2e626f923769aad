package dev.heapdrift.agent.survivors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.testkit.Snapshots;
import dev.heapdrift.agent.testkit.SpawnedJvm;
import dev.heapdrift.snapshot.CaptureFacts.Trigger;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.GcFacts;
import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.Survivor;
import dev.heapdrift.snapshot.codec.SnapshotReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Survivors of a whole run, and every reason to do without them. */
class SurvivorsIT {
  @TempDir Path root;

  @Test
  void theExitSnapshotTellsWhatSurvivedAndWhereItWasMade() {
    Snapshot last = run("survivors-interval=60s", "8");
    assertThat(last.capture().trigger()).isEqualTo(Trigger.EXIT);
    assertThat(last.survivorsMillis()).isGreaterThan(last.capture().uptimeMillis() - 2000);
    assertThat(last.notSeen()).noneMatch(line -> line.startsWith("survivors"));
    List<Survivor> nodes = of(last, Chain.Node.class);
    assertThat(nodes).isNotEmpty();
    assertThat(nodes).allMatch(Survivor::linked);
    assertThat(last.stacks().get(nodes.get(0).stack()).get(0))
        .satisfies(frame -> assertThat(frame.method()).endsWith("Chain.link"))
        .satisfies(frame -> assertThat(frame.fileName()).isEqualTo("Chain.java"))
        .extracting(Frame::line)
        .isNotEqualTo(-1);
    assertThat(nodes)
        .extracting(Survivor::allocatedMillis)
        .allMatch(born -> born > 0 && born <= last.survivorsMillis() + 100);
  }

  @Test
  void oldCollectionsStandInTheSnapshot() {
    Snapshot last = run("survivors-interval=0", "3");
    assertThat(last.gcs())
        .filteredOn(gc -> gc.generation() == GcFacts.Generation.OLD)
        .isNotEmpty()
        .allMatch(gc -> gc.heapAfterBytes() > 0 && gc.uptimeMillis() > 0);
    assertThat(last.survivors()).isEmpty();
    assertThat(last.notSeen()).anyMatch(line -> line.contains("switched off"));
  }

  @Test
  void survivorsAreLookedAtWhileTheProgramRuns() throws IOException {
    Path folder = root.resolve("snapshots");
    jvm(folder, "interval=1s,survivors-interval=1s").arguments("7").run().succeeded();
    List<Path> files = Snapshots.files(folder);
    Snapshot before = SnapshotReader.read(files.get(files.size() - 2));
    assertThat(before.capture().trigger()).isEqualTo(Trigger.INTERVAL);
    assertThat(before.survivorsMillis()).isPositive();
    assertThat(before.costs()).anyMatch(cost -> cost.activity().equals("survivors"));
  }

  @Test
  void theRecordersFilesAreGone() throws IOException {
    run("survivors-interval=1s", "6");
    try (Stream<Path> left = Files.list(root.resolve("tmp"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aRecordingOfTheApplicationGoesBeforeOurs() {
    Path folder = root.resolve("snapshots");
    SpawnedJvm.Result result =
        jvm(folder, "interval=1s,survivors-interval=1s").arguments("5", "recording").run();
    assertThat(result.succeeded().out()).containsExactly("own recording RUNNING");
    Snapshot last = Snapshots.last(folder);
    assertThat(last.survivors()).isEmpty();
    assertThat(last.notSeen()).anyMatch(line -> line.contains("own flight recording"));
  }

  @Test
  void aTemporaryFolderThatCannotBeWrittenIsSaid() throws IOException {
    Path file = Files.createFile(root.resolve("file"));
    Path folder = root.resolve("snapshots");
    SpawnedJvm.Result result =
        SpawnedJvm.of(Chain.class)
            .agent("interval=1s,snapshots=" + folder)
            .jvm("-Djava.io.tmpdir=" + file)
            .arguments("3")
            .run()
            .succeeded();
    assertThat(result.err()).isEmpty();
    assertThat(Snapshots.last(folder).notSeen()).anyMatch(line -> line.contains("cannot be used"));
  }

  @Test
  void aJvmWithoutTheModuleSaysSo() {
    Path folder = root.resolve("snapshots");
    jvm(folder, "interval=1s")
        .jvm("--limit-modules=java.se,jdk.management,jdk.unsupported")
        .arguments("3")
        .run()
        .succeeded();
    assertThat(Snapshots.last(folder).notSeen()).anyMatch(line -> line.contains("jdk.jfr"));
  }

  @Test
  void aJvmThatEndsWithinASecondNeverStartsTheRecorder() {
    Snapshot last = run("survivors-interval=60s", "0");
    assertThat(last.survivors()).isEmpty();
    assertThat(last.notSeen()).anyMatch(line -> line.contains("not sampled yet"));
  }

  private Snapshot run(String options, String seconds) {
    Path folder = root.resolve("snapshots");
    SpawnedJvm.Result result =
        jvm(folder, "interval=1s," + options).arguments(seconds).run().succeeded();
    assertThat(result.err()).isEmpty();
    return Snapshots.last(folder);
  }

  private SpawnedJvm.Builder jvm(Path folder, String options) {
    try {
      Path tmp = Files.createDirectories(root.resolve("tmp"));
      return SpawnedJvm.of(Chain.class)
          .agent(options + ",snapshots=" + folder)
          .jvm("-Djava.io.tmpdir=" + tmp);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Survivor> of(Snapshot snapshot, Class<?> type) {
    return snapshot.survivors().stream().filter(s -> s.type().equals(type.getName())).toList();
  }
}
