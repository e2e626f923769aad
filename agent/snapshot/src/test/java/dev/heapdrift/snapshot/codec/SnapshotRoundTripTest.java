package dev.heapdrift.snapshot.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heapdrift.snapshot.ContainerFacts;
import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.Survivor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SnapshotRoundTripTest {
  @Provide
  Arbitrary<Snapshot> snapshots() {
    return SnapshotArbitraries.snapshots();
  }

  @Property(tries = 300)
  void whatWasWrittenIsRead(@ForAll("snapshots") Snapshot snapshot) throws IOException {
    assertThat(SnapshotReader.read(new ByteArrayInputStream(Snapshots.bytes(snapshot))))
        .isEqualTo(snapshot);
  }

  @Example
  void manyContainersTakeManyBlocks() throws IOException {
    Snapshot snapshot = Snapshots.large(5000);
    byte[] bytes = Snapshots.bytes(snapshot);
    assertThat(bytes.length).isBetween(500_000, 2_000_000);
    assertThat(SnapshotReader.read(new ByteArrayInputStream(bytes))).isEqualTo(snapshot);
  }

  @Example
  void tracesThatAreCountedTakeLittleRoom() throws IOException {
    Snapshot snapshot = Snapshots.traced(50_000);
    byte[] bytes = Snapshots.bytes(snapshot);
    assertThat(bytes.length).isLessThan(50_000 * 50);
    assertThat(SnapshotReader.read(new ByteArrayInputStream(bytes))).isEqualTo(snapshot);
  }

  @Example
  void theHeadingIsReadFromTheFirstBytes() throws IOException {
    Path file = Files.createTempFile("heading", ".hds");
    try {
      Files.write(file, Arrays.copyOf(Snapshots.bytes(Snapshots.sample()), 250));
      Heading heading = SnapshotReader.heading(file);
      assertThat(heading.jvm()).isEqualTo(Snapshots.sample().jvm());
      assertThat(heading.capture()).isEqualTo(Snapshots.sample().capture());
    } finally {
      Files.delete(file);
    }
  }

  @Example
  void snapshotsOfASeriesShareTheirNames() throws IOException {
    byte[] bytes = Snapshots.bytes(Snapshots.sample());
    NamePool pool = new NamePool();
    Snapshot first = SnapshotReader.salvage(new ByteArrayInputStream(bytes), pool).snapshot().get();
    Snapshot second =
        SnapshotReader.salvage(new ByteArrayInputStream(bytes), pool).snapshot().get();
    assertThat(second.stacks().get(0)).isSameAs(first.stacks().get(0));
    assertThat(second.containers().get(0).type()).isSameAs(first.containers().get(0).type());
  }

  @Example
  void whatRefersToNoStackIsNotWritten() {
    ContainerFacts container = Snapshots.sample().containers().get(0);
    assertThatThrownBy(() -> Snapshots.bytes(Snapshots.with(List.of(), List.of(container))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no stack 0");
    Survivor survivor = new Survivor(0, "byte[]", 0, -1, -1, false);
    assertThatThrownBy(
            () ->
                Snapshots.bytes(
                    Snapshots.tracing(
                        Snapshots.with(List.of(), List.of()),
                        null,
                        List.of(survivor),
                        List.of(),
                        List.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no stack 0");
  }
}
