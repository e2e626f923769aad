package dev.heapdrift.agent.survivors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.testkit.Snapshots;
import dev.heapdrift.agent.testkit.SpawnedJvm;
import dev.heapdrift.snapshot.CaptureFacts.Trigger;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.GcFacts;
import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.Survivor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Survivors of a whole run, and every reason to do without them. */
class SurvivorsIT {
  /** Seconds for a program that is told when to stop. */
  private static final String LONG = "100";

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
  void survivorsAreLookedAtWhileTheProgramRuns() {
    Snapshot seen =
        until(
            jvm("interval=500ms,survivors-interval=1s").arguments(LONG),
            snapshot -> !snapshot.survivors().isEmpty());
    assertThat(seen.capture().trigger()).isEqualTo(Trigger.INTERVAL);
    assertThat(seen.survivorsMillis()).isPositive();
    assertThat(seen.costs()).anyMatch(cost -> cost.activity().equals("survivors"));
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
    Snapshot seen =
        until(
            jvm("interval=500ms,survivors-interval=1s").arguments(LONG, "recording"),
            says("own flight recording"));
    assertThat(seen.survivors()).isEmpty();
  }

  @Test
  void aTemporaryFolderThatCannotBeWrittenIsSaid() throws IOException {
    Path file = Files.createFile(root.resolve("file"));
    until(
        jvm("interval=500ms").jvm("-Djava.io.tmpdir=" + file).arguments(LONG),
        says("cannot be used"));
  }

  @Test
  void aJvmWithoutTheModuleSaysSo() {
    until(
        jvm("interval=500ms")
            .jvm("--limit-modules=java.se,jdk.management,jdk.unsupported")
            .arguments(LONG),
        says("jdk.jfr"));
  }

  @Test
  void aJvmWithoutPerformanceCountersSaysSo() {
    Snapshot seen =
        until(
            jvm("interval=500ms").jvm("-XX:-UsePerfData").arguments(LONG),
            says("-XX:-UsePerfData"));
    assertThat(seen.gcs()).allMatch(gc -> gc.refills() == -1);
  }

  @Test
  void aJvmThatEndsWithinASecondNeverStartsTheRecorder() {
    Snapshot last = run("survivors-interval=60s", "0");
    assertThat(last.survivors()).isEmpty();
    assertThat(last.notSeen()).anyMatch(line -> line.contains("not sampled yet"));
  }

  private Snapshot run(String options, String seconds) {
    SpawnedJvm.Result result = jvm("interval=1s," + options).arguments(seconds).run().succeeded();
    assertThat(result.err()).isEmpty();
    return Snapshots.last(folder());
  }

  /** Runs it until a snapshot is as wanted, then tells it to stop; it must end well and silent. */
  private Snapshot until(SpawnedJvm.Builder builder, Predicate<Snapshot> wanted) {
    try (SpawnedJvm jvm = builder.start()) {
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      Snapshot last = null;
      while (last == null || !wanted.test(last)) {
        assertThat(System.nanoTime()).as("no such snapshot, last: %s", last).isLessThan(deadline);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        boolean any = Files.isDirectory(folder()) && !Snapshots.files(folder()).isEmpty();
        last = any ? Snapshots.last(folder()) : null;
      }
      jvm.println("stop");
      // JDK 20 and newer warn of such a temporary folder themselves.
      assertThat(jvm.await().succeeded().err())
          .filteredOn(line -> !line.startsWith("WARNING: java.io.tmpdir"))
          .isEmpty();
      return last;
    }
  }

  private static Predicate<Snapshot> says(String words) {
    return snapshot -> snapshot.notSeen().stream().anyMatch(line -> line.contains(words));
  }

  private SpawnedJvm.Builder jvm(String options) {
    try {
      Path tmp = Files.createDirectories(root.resolve("tmp"));
      return SpawnedJvm.of(Chain.class)
          .agent(options + ",snapshots=" + folder())
          .jvm("-Djava.io.tmpdir=" + tmp);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path folder() {
    return root.resolve("snapshots");
  }

  private static List<Survivor> of(Snapshot snapshot, Class<?> type) {
    return snapshot.survivors().stream().filter(s -> s.type().equals(type.getName())).toList();
  }
}
