package dev.heapdrift.agent.survivors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.heapdrift.agent.testkit.Snapshots;
import dev.heapdrift.agent.testkit.SpawnedJvm;
import dev.heapdrift.snapshot.CaptureFacts.Trigger;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.GcFacts;
import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.Survivor;
import dev.heapdrift.snapshot.SurvivorPeriod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    Snapshot seen =
        until(
            jvm("interval=500ms,survivors-interval=60s").arguments(LONG),
            snapshot -> asked(snapshot) > 0 && snapshot.capture().uptimeMillis() > 8000);
    Snapshot last = Snapshots.last(folder());
    assertThat(last.capture().trigger()).isEqualTo(Trigger.EXIT);
    assertThat(asked(last)).as("at exit").isGreaterThan(asked(seen));
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
        .allMatch(born -> born > 0 && born <= asked(last) + 100);
  }

  @Test
  void oldCollectionsStandInTheSnapshot() {
    Snapshot seen =
        until(
            jvm("interval=500ms,survivors-interval=0").arguments(LONG),
            snapshot -> oldCollections(snapshot).findAny().isPresent());
    assertThat(oldCollections(seen))
        .allMatch(gc -> gc.heapAfterBytes() > 0 && gc.uptimeMillis() > 0);
    assertThat(seen.survivors()).isEmpty();
    assertThat(seen.notSeen()).anyMatch(line -> line.contains("switched off"));
  }

  @Test
  void survivorsAreLookedAtWhileTheProgramRuns() {
    Snapshot seen =
        until(
            jvm("interval=500ms,survivors-interval=1s").arguments(LONG),
            snapshot -> !snapshot.survivors().isEmpty());
    assertThat(seen.capture().trigger()).isEqualTo(Trigger.INTERVAL);
    assertThat(asked(seen)).isPositive();
    assertThat(seen.costs()).anyMatch(cost -> cost.activity().equals("survivors"));
  }

  @Test
  void theRecordersFilesAreGone() throws IOException {
    until(
        jvm("interval=500ms,survivors-interval=1s").arguments(LONG),
        snapshot -> asked(snapshot) > 0);
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
    SpawnedJvm.Result result =
        jvm("interval=1s,survivors-interval=60s").arguments("0").run().succeeded();
    assertThat(result.err()).isEmpty();
    Snapshot last = Snapshots.last(folder());
    assumeThat(last.capture().uptimeMillis() - last.agent().startedMillis())
        .as("a machine on which nothing lasts less than a second")
        .isLessThan(1000);
    assertThat(last.survivors()).isEmpty();
    assertThat(last.notSeen()).anyMatch(line -> line.contains("not sampled yet"));
  }

  /** Runs it until a snapshot is as wanted, then tells it to stop; it must end well and silent. */
  private Snapshot until(SpawnedJvm.Builder builder, Predicate<Snapshot> wanted) {
    try (SpawnedJvm jvm = builder.start()) {
      Snapshot seen = Snapshots.await(folder(), wanted);
      jvm.println("stop");
      // JDK 20 and newer warn of such a temporary folder themselves.
      assertThat(jvm.await().succeeded().err())
          .filteredOn(line -> !line.startsWith("WARNING: java.io.tmpdir"))
          .isEmpty();
      return seen;
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

  /** When the recorder was last asked, in ms, or -1. */
  private static long asked(Snapshot snapshot) {
    List<SurvivorPeriod> periods = snapshot.survivorPeriods();
    return periods.isEmpty() ? -1 : periods.get(periods.size() - 1).askedMillis();
  }

  private static Stream<GcFacts> oldCollections(Snapshot snapshot) {
    return snapshot.gcs().stream().filter(gc -> gc.generation() == GcFacts.Generation.OLD);
  }

  private static List<Survivor> of(Snapshot snapshot, Class<?> type) {
    return snapshot.survivors().stream().filter(s -> s.type().equals(type.getName())).toList();
  }
}
