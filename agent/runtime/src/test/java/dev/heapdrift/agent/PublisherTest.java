package dev.heapdrift.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.options.AgentOptions;
import dev.heapdrift.agent.options.UnattendedOptions;
import dev.heapdrift.agent.snapshots.SnapshotFolder;
import dev.heapdrift.agent.testkit.Snapshots;
import dev.heapdrift.snapshot.AgentFacts;
import dev.heapdrift.snapshot.CaptureFacts;
import dev.heapdrift.snapshot.CaptureFacts.Trigger;
import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import dev.heapdrift.snapshot.JvmFacts;
import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.WorkFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.helpers.NOPLogger;

class PublisherTest {
  private static final JvmFacts JVM = new JvmFacts("abc-7", 1, "17", "VM", "G1", 1L << 30, 2);
  private static final UnattendedOptions PLAIN = AgentOptions.read(null).unattended();

  private static final WorkFacts WORK =
      new WorkFacts(WorkFacts.API, List.of(new SizePoint(1000, 7)));

  @TempDir Path root;
  private SnapshotFolder folder;
  private Publisher publisher;

  @BeforeEach
  void open() throws IOException {
    folder = SnapshotFolder.open(root.toString(), JVM, 10, Long.MAX_VALUE);
    publisher = new Publisher(folder, PLAIN, this::take, NOPLogger.NOP_LOGGER);
  }

  @Test
  void nothingIsPublishedAfterTheLastOne() throws IOException {
    publisher.publish(Trigger.INTERVAL);
    publisher.writeLast(whole -> null);
    publisher.publish(Trigger.INTERVAL);
    publisher.publish(Trigger.HEAP);
    assertThat(Snapshots.files(root)).hasSize(2);
    assertThat(Snapshots.last(root).capture().trigger()).isEqualTo(Trigger.EXIT);
  }

  @Test
  void whoAsksAfterTheLastOneGetsWhatHeAskedFor() throws IOException {
    publisher.writeLast(whole -> null);
    publisher.write(null);
    assertThat(Snapshots.last(root).capture().trigger()).isEqualTo(Trigger.REQUEST);
  }

  @Test
  void theLastOneIsWrittenAgainWithWhatTookLonger() throws IOException {
    Snapshot whole = take(Trigger.EXIT).withWork(WORK);
    publisher.writeLast(taken -> whole);
    assertThat(Snapshots.files(root)).hasSize(1);
    assertThat(Snapshots.last(root)).isEqualTo(whole);
  }

  private Snapshot take(Trigger trigger) {
    long sequence = folder.nextSequence();
    return new Snapshot(
        JVM,
        new CaptureFacts(sequence, trigger, sequence * 1000, 1 << 20, -1, sequence),
        new AgentFacts("0.1", "watch", 5, Map.of()),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
