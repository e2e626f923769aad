package dev.heapdrift.agent.alloc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.testkit.SpawnedJvm;
import dev.heapdrift.snapshot.AllocationTrace;
import dev.heapdrift.snapshot.Estimate;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.codec.SnapshotReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Allocations of a spawned JVM by the line that made them, at the levels and through the API. */
class TracingIT {
  private static final int OBJECTS = TracedProgram.OBJECTS;

  @TempDir Path folder;

  private Path file;

  @BeforeEach
  void nameTheSnapshot() {
    file = folder.resolve("mine.hds");
  }

  @Test
  void exactCountsEveryLiveObjectToTheByte() throws IOException {
    List<String> out = run("level=exact", file.toString());
    Snapshot snapshot = SnapshotReader.read(file);

    long order = number(out, "order ");
    AllocationTrace kept = trace(snapshot, "keepOrders", "Order");
    assertThat(kept.live()).isEqualTo(Estimate.counted(order * OBJECTS, OBJECTS));
    assertThat(kept.allocated()).isEqualTo(kept.live());
    AllocationTrace dropped = trace(snapshot, "dropOrders", "Order");
    assertThat(dropped.live().count()).as("live of the dropped").isZero();
    assertThat(dropped.allocated()).isEqualTo(Estimate.counted(order * OBJECTS, OBJECTS));
    assertThat(trace(snapshot, "keepArrays", "byte[]").live())
        .isEqualTo(Estimate.counted(number(out, "arrays "), 500));
    assertThat(trace(snapshot, "inTheJdk", "HashMap$Node").live().count()).isEqualTo(OBJECTS);
    assertThat(number(out, "memory ")).isGreaterThan(order * OBJECTS);
    assertThat(line(out, "trace ")).contains("keepOrders");
    assertThat(snapshot.drops())
        .noneMatch(drop -> drop.bound().equals("max-live") && drop.count() > 0);
  }

  @Test
  void moreFramesHoldTheJdksFramesAndTheCallers() throws IOException {
    run("level=exact,trace-frames=4", file.toString());
    Snapshot snapshot = SnapshotReader.read(file);

    AllocationTrace nodes =
        snapshot.allocations().traces().stream()
            .filter(trace -> trace.type().equals("java.util.HashMap$Node"))
            .max(Comparator.comparingLong(trace -> trace.live().count())) // of two lines of putVal
            .orElseThrow();
    assertThat(snapshot.stacks().get(nodes.stack()))
        .extracting(Frame::methodName)
        .containsExactly("newNode", "putVal", "put", "inTheJdk");
    assertThat(nodes.totalFrames()).isEqualTo(5);
  }

  @Test
  void samplesEstimateWithinTheirErrors() throws IOException {
    List<String> out = run("level=sample,sample-interval=4k,seed=7", file.toString());
    Snapshot snapshot = SnapshotReader.read(file);

    assertThat(snapshot.allocations().intervalBytes()).isEqualTo(4096);
    Estimate live = trace(snapshot, "keepOrders", "Order").live();
    double truth = number(out, "order ") * (double) OBJECTS;
    assertThat(live.bytesError()).isPositive();
    assertThat(Math.abs(live.bytes() - truth)).isLessThan(5 * live.bytesError());
  }

  @Test
  void theApiStartsAndStopsExactTracingAtLevelWatch() throws IOException {
    List<String> out = run("level=watch", file.toString(), "2");
    Snapshot snapshot = SnapshotReader.read(file);

    assertThat(out)
        .filteredOn(line -> line.startsWith("active "))
        .containsExactly("active true", "active false");
    assertThat(trace(snapshot, "keepOrders", "Order").live().count()).isEqualTo(OBJECTS);
    assertThat(snapshot.allocations().frames()).isEqualTo(2);
  }

  private List<String> run(String options, String... arguments) {
    SpawnedJvm.Result result =
        SpawnedJvm.of(TracedProgram.class)
            .agent(options + ",interval=0,survivors-interval=0,snapshots=" + folder.resolve("s"))
            .arguments(arguments)
            .run()
            .succeeded();
    assertThat(result.err()).isEmpty();
    return result.out();
  }

  private static AllocationTrace trace(Snapshot snapshot, String method, String type) {
    return snapshot.allocations().traces().stream()
        .filter(trace -> trace.type().endsWith(type))
        .filter(trace -> snapshot.stacks().get(trace.stack()).get(0).methodName().equals(method))
        .max(Comparator.comparingLong(trace -> trace.live().bytes())) // the lines of one method
        .orElseThrow(() -> new AssertionError("no " + type + " of " + method));
  }

  private static String line(List<String> out, String begin) {
    return out.stream().filter(line -> line.startsWith(begin)).findFirst().orElseThrow();
  }

  private static long number(List<String> out, String begin) {
    return Long.parseLong(line(out, begin).substring(begin.length()));
  }
}
