package dev.heapdrift.agent.instances;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.testkit.Await;
import dev.heapdrift.agent.testkit.Snapshots;
import dev.heapdrift.agent.testkit.SpawnedJvm;
import dev.heapdrift.snapshot.InstanceFacts;
import dev.heapdrift.snapshot.InstanceFacts.Kind;
import dev.heapdrift.snapshot.Snapshot;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The built agent follows everything of the table, and those that end leave. */
@Isolated // the door lets through so much a tick
@EnabledOnOs(OS.LINUX) // directories are those of Unix
class InstancesIT {
  private static final long FEW = 5;
  private static final Row BUFFER = new Row(Kind.DIRECT_BUFFER, "java.nio.DirectByteBuffer");
  private static final Row FILE = new Row(Kind.RESOURCE, "java.io.FileInputStream");
  private static final Row LOADER = new Row(Kind.CLASS_LOADER, "java.net.URLClassLoader");

  @TempDir static Path folder;

  private static Snapshot snapshot;
  private static long made;

  /** What is made, one of it kept and one ended each time. */
  private record Row(Kind kind, String type) {
    Row(Kind kind, Class<?> type) {
      this(kind, type.getName());
    }
  }

  static List<Row> rows() {
    return List.of(
        BUFFER,
        FILE,
        LOADER,
        new Row(Kind.THREAD, EveryInstance.Sleeper.class),
        new Row(Kind.THREAD, EveryInstance.Pooled.class),
        new Row(Kind.DIRECT_BUFFER, MappedByteBuffer.class),
        new Row(Kind.RESOURCE, FileChannel.class),
        new Row(Kind.RESOURCE, SocketChannel.class),
        new Row(Kind.RESOURCE, "java.net.SocketImpl"),
        new Row(Kind.RESOURCE, Inflater.class),
        new Row(Kind.RESOURCE, Deflater.class),
        new Row(Kind.RESOURCE, "java.nio.file.DirectoryStream"),
        new Row(Kind.CLEANABLE, EveryInstance.Cleaned.class));
  }

  @BeforeAll
  static void makeEveryInstance() {
    SpawnedJvm.Builder builder =
        SpawnedJvm.of(EveryInstance.class)
            .jvm("-XX:+UnlockDiagnosticVMOptions", "-XX:+BytecodeVerificationLocal")
            .agent("interval=1s,survivors-interval=0,snapshots=" + folder);
    try (SpawnedJvm jvm = builder.start()) {
      Snapshots.await(folder, 1); // what is missing after the waits, the tests tell
      Await.reached(() -> knowsEnough(Snapshots.last(folder)));
      jvm.println("enough");
      made = Long.parseLong(jvm.awaitLine("made ").replace("made ", ""));
      Await.reached(() -> knowsTheEnds(Snapshots.last(folder)));
      jvm.println("end");
      assertThat(jvm.await().succeeded().err()).isEmpty();
    }
    snapshot = Snapshots.last(folder);
  }

  private static boolean knowsEnough(Snapshot seen) {
    return rows().stream()
            .flatMap(row -> Stream.of(find(seen, row, "keep"), find(seen, row, "end")))
            .allMatch(facts -> facts.isPresent() && facts.get().made() >= FEW)
        && Stream.of(BUFFER, FILE, LOADER).allMatch(row -> by(seen, row, "keep").owner() != null);
  }

  private static boolean knowsTheEnds(Snapshot seen) {
    return rows().stream().allMatch(row -> by(seen, row, "end").live() <= 1);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void isFollowedUntilItsEnd(Row row) {
    InstanceFacts kept = by(snapshot, row, "keep");
    InstanceFacts ended = by(snapshot, row, "end");

    assertThat(kept.made()).isBetween(FEW, made); // a late agent misses some
    assertThat(kept.ended()).isZero();
    assertThat(ended.made()).isBetween(FEW, made);
    assertThat(ended.live())
        .as("ended")
        .isLessThanOrEqualTo(1); // a dead local variable may hold one
  }

  @Test
  void buffersKnowTheirBytesAndWhatIsKeptItsOwner() {
    InstanceFacts buffers = by(snapshot, BUFFER, "keep");
    InstanceFacts files = by(snapshot, FILE, "keep");

    assertThat(buffers.bytes()).isEqualTo(buffers.made() * EveryInstance.BYTES);
    assertThat(buffers.owner().path()).endsWith("EveryInstance.HELD[*]");
    assertThat(files.owner().path()).endsWith("EveryInstance.HELD[*]");
    assertThat(by(snapshot, LOADER, "keep").owner()).isNotNull();
  }

  @Test
  void nothingIsMissing() {
    assertThat(snapshot.notSeen()).noneMatch(line -> line.contains("not noticed"));
  }

  private static InstanceFacts by(Snapshot seen, Row row, String method) {
    return find(seen, row, method)
        .orElseThrow(() -> new AssertionError(row + " made in " + method));
  }

  private static Optional<InstanceFacts> find(Snapshot seen, Row row, String method) {
    return seen.instances().stream()
        .filter(facts -> facts.kind() == row.kind() && facts.type().equals(row.type()))
        .filter(facts -> madeBy(seen, facts, method))
        .max(Comparator.comparingLong(InstanceFacts::made)); // loading a class opens files too
  }

  private static boolean madeBy(Snapshot seen, InstanceFacts facts, String method) {
    String name = EveryInstance.class.getName() + "." + method;
    return seen.stacks().get(facts.stack()).stream().anyMatch(frame -> frame.method().equals(name));
  }
}
