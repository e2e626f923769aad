package dev.heapdrift.agent.instances;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.testkit.Snapshots;
import dev.heapdrift.agent.testkit.SpawnedJvm;
import dev.heapdrift.snapshot.CostFacts;
import dev.heapdrift.snapshot.InstanceFacts;
import dev.heapdrift.snapshot.InstanceFacts.Kind;
import dev.heapdrift.snapshot.Snapshot;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The built agent follows everything of the table, and those that end leave. */
@EnabledOnOs(OS.LINUX) // directories are those of Unix
class InstancesIT {
  private static final long FEW = 5;

  @TempDir static Path folder;

  private static Snapshot snapshot;

  @BeforeAll
  static void makeEveryInstance() {
    SpawnedJvm.Builder builder =
        SpawnedJvm.of(EveryInstance.class)
            .jvm("-XX:+UnlockDiagnosticVMOptions", "-XX:+BytecodeVerificationLocal")
            .agent("interval=1s,survivors-interval=0,snapshots=" + folder);
    try (SpawnedJvm jvm = builder.start()) {
      jvm.awaitLine("made");
      jvm.println("end");
      assertThat(jvm.await().succeeded().err()).isEmpty();
    }
    snapshot = Snapshots.last(folder);
  }

  @ParameterizedTest
  @CsvSource({
    "THREAD, dev.heapdrift.agent.instances.EveryInstance$Sleeper",
    "THREAD, dev.heapdrift.agent.instances.EveryInstance$Pooled",
    "CLASS_LOADER, java.net.URLClassLoader",
    "DIRECT_BUFFER, java.nio.DirectByteBuffer",
    "DIRECT_BUFFER, java.nio.MappedByteBuffer",
    "RESOURCE, java.io.FileInputStream",
    "RESOURCE, java.nio.channels.FileChannel",
    "RESOURCE, java.nio.channels.SocketChannel",
    "RESOURCE, java.net.SocketImpl",
    "RESOURCE, java.util.zip.Inflater",
    "RESOURCE, java.util.zip.Deflater",
    "RESOURCE, java.nio.file.DirectoryStream"
  })
  void isFollowedUntilItsEnd(Kind kind, String type) {
    InstanceFacts kept = by(kind, type, "keep");
    InstanceFacts ended = by(kind, type, "end");

    assertThat(kept.made()).isBetween(FEW, EveryInstance.KEPT); // a late agent misses some
    assertThat(kept.ended()).isZero();
    assertThat(ended.made()).isBetween(FEW, EveryInstance.KEPT);
    assertThat(ended.live())
        .as("ended")
        .isLessThanOrEqualTo(1); // a dead local variable may hold one
  }

  @Test
  void buffersKnowTheirBytesAndWhatIsKeptItsOwner() {
    InstanceFacts buffers = by(Kind.DIRECT_BUFFER, "java.nio.DirectByteBuffer", "keep");
    InstanceFacts files = by(Kind.RESOURCE, "java.io.FileInputStream", "keep");

    assertThat(buffers.bytes()).isEqualTo(buffers.made() * EveryInstance.BYTES);
    assertThat(buffers.owner().path()).endsWith("EveryInstance.HELD[*]");
    assertThat(files.owner().path()).endsWith("EveryInstance.HELD[*]");
    assertThat(by(Kind.CLASS_LOADER, "java.net.URLClassLoader", "keep").owner()).isNotNull();
  }

  @Test
  void nothingIsMissing() {
    assertThat(snapshot.notSeen()).noneMatch(line -> line.contains("not noticed"));
    assertThat(snapshot.costs())
        .filteredOn(cost -> cost.activity().equals("install"))
        .extracting(CostFacts::totalNanos)
        .allMatch(nanos -> nanos < TimeUnit.SECONDS.toNanos(2));
  }

  private static InstanceFacts by(Kind kind, String type, String method) {
    return snapshot.instances().stream()
        .filter(facts -> facts.kind() == kind && facts.type().equals(type))
        .filter(facts -> madeBy(facts, method))
        .max(Comparator.comparingLong(InstanceFacts::made)) // loading a class opens files too
        .orElseThrow(() -> new AssertionError(type + " made in " + method));
  }

  private static boolean madeBy(InstanceFacts facts, String method) {
    String name = EveryInstance.class.getName() + "." + method;
    return snapshot.stacks().get(facts.stack()).stream()
        .anyMatch(frame -> frame.method().equals(name));
  }
}
