package dev.heapdrift.agent.snapshots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.alloc.Tracing;
import dev.heapdrift.agent.heap.FieldLayouts;
import dev.heapdrift.agent.heap.FieldNames;
import dev.heapdrift.agent.heap.Heap;
import dev.heapdrift.agent.instances.InstanceRegistry;
import dev.heapdrift.agent.options.AgentOptions;
import dev.heapdrift.agent.registry.ContainerRegistry;
import dev.heapdrift.agent.registry.Now;
import dev.heapdrift.agent.survivors.Survivors;
import dev.heapdrift.agent.work.ApiCounters;
import dev.heapdrift.agent.work.WorkCounter;
import dev.heapdrift.agent.zoom.ZoomCounts;
import dev.heapdrift.hooks.Door;
import dev.heapdrift.snapshot.AgentFacts;
import dev.heapdrift.snapshot.CaptureFacts.Trigger;
import dev.heapdrift.snapshot.ContainerFacts;
import dev.heapdrift.snapshot.Drop;
import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.codec.SnapshotReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.helpers.NOPLogger;

class SnapshotAssemblerTest {
  private static final int CONTAINERS = 50_000;

  private final Heap heap = Heap.open();
  private final ContainerRegistry registry =
      new ContainerRegistry(
          heap, new FieldLayouts(heap, new FieldNames()), object -> 16, CONTAINERS, 64);
  private final CostMeter costs = new CostMeter();
  private final ApiCounters counters = new ApiCounters();
  private final SnapshotAssembler assembler =
      new SnapshotAssembler(
          JvmFactsReader.read(),
          () -> new AgentFacts("0.1", "watch", 1, Map.of("interval", "1s")),
          new GcClock(ByteBuddyAgent.install()),
          registry,
          new InstanceRegistry(heap, 100, 64),
          new Tracing(null, AgentOptions.parse("", Map.of(), Map.of()), loader -> true, c -> true),
          new Survivors(
              0,
              64,
              JvmFactsReader.read(),
              ByteBuddyAgent.install(),
              new FieldLayouts(heap, new FieldNames()),
              NOPLogger.NOP_LOGGER),
          new WorkCounter("", counters, NOPLogger.NOP_LOGGER),
          costs);
  private final List<Object> held = new ArrayList<>();

  @TempDir Path folder;

  @Test
  void saysWhatEverybodyKnows() {
    costs.record(CostMeter.Activity.READ, 5_000_000);
    grow(new ArrayList<>(List.of(1, 2, 3)), 2000);
    registry.readSizes(new Now(10, 0, 0));
    Snapshot snapshot =
        assembler.assemble(
            Trigger.REQUEST,
            3,
            e -> ZoomCounts.NONE,
            List.of(new Drop("more", 4)),
            List.of("a queue"));
    assertThat(snapshot.capture().sequence()).isEqualTo(3);
    assertThat(snapshot.capture().trigger()).isEqualTo(Trigger.REQUEST);
    assertThat(snapshot.containers()).extracting(ContainerFacts::size).containsExactly(3L);
    assertThat(snapshot.costs()).hasSize(1);
    assertThat(snapshot.drops()).containsExactly(new Drop("more", 4));
    assertThat(snapshot.notSeen()).containsExactly("a queue");
  }

  @Test
  void fiftyThousandContainersMakeASmallFile() throws IOException {
    for (int i = 0; i < CONTAINERS; i++) {
      grow(new ArrayList<>(), 2000);
    }
    for (int round = 1; round < 5; round++) {
      held.forEach(container -> grow(container, 4000));
      registry.readSizes(new Now(1000L * round, round, 0));
    }
    Snapshot snapshot =
        assembler.assemble(Trigger.EXIT, 1, e -> ZoomCounts.NONE, List.of(), List.of());
    Path file =
        SnapshotFolder.open(folder.toString(), JvmFactsReader.read(), 9, Long.MAX_VALUE)
            .write(snapshot);
    assertThat(snapshot.containers()).hasSize(CONTAINERS);
    assertThat(SnapshotReader.read(file)).isEqualTo(snapshot);
    assertThat(Files.size(file)).isLessThan(10_000_000);
  }

  private void grow(Object container, int capacity) {
    Door.open(true);
    Door.refill(1);
    Door.grown(container, capacity);
    Door.Growth event = null;
    for (int i = 0; i < Door.ringSize() && event == null; i++) {
      event = Door.take(i);
    }
    registry.observe(event, new Now(1, 0, 0));
    if (capacity == 2000) {
      held.add(container);
    }
  }
}
