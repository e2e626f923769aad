package dev.heapdrift.agent.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heapdrift.snapshot.AgentFacts;
import dev.heapdrift.snapshot.CaptureFacts;
import dev.heapdrift.snapshot.CaptureFacts.Trigger;
import dev.heapdrift.snapshot.ContainerFacts;
import dev.heapdrift.snapshot.ContainerFacts.GrowthSite;
import dev.heapdrift.snapshot.ContainerFacts.Structure;
import dev.heapdrift.snapshot.CostFacts;
import dev.heapdrift.snapshot.Drop;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.InstanceFacts;
import dev.heapdrift.snapshot.JvmFacts;
import dev.heapdrift.snapshot.Owner;
import dev.heapdrift.snapshot.Snapshot;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsFileTest {
  @TempDir Path folder;

  @Test
  void holdsTheFiguresOfTheLastSnapshot() throws IOException {
    Path file = folder.resolve("orders.prom");
    MetricsFile metrics = new MetricsFile(file, 20);
    metrics.write(snapshot(1));
    metrics.write(snapshot(3));
    assertThat(file)
        .hasContent(
            """
            # HELP heapdrift_agent The agent that runs; always 1.
            # TYPE heapdrift_agent gauge
            heapdrift_agent{app="orders",version="0.1",level="watch",run="abc-7"} 1
            # HELP heapdrift_uptime_seconds Uptime of the JVM in seconds when these figures were taken.
            # TYPE heapdrift_uptime_seconds gauge
            heapdrift_uptime_seconds{app="orders"} 61.5
            # HELP heapdrift_heap_max_bytes Largest heap in bytes.
            # TYPE heapdrift_heap_max_bytes gauge
            heapdrift_heap_max_bytes{app="orders"} 1073741824
            # HELP heapdrift_heap_used_bytes Heap in use in bytes, garbage included.
            # TYPE heapdrift_heap_used_bytes gauge
            heapdrift_heap_used_bytes{app="orders"} 1048576
            # HELP heapdrift_containers Collections that are followed.
            # TYPE heapdrift_containers gauge
            heapdrift_containers{app="orders"} 4
            # HELP heapdrift_container_entries Entries of collections that grew again and again, the largest of them.
            # TYPE heapdrift_container_entries gauge
            heapdrift_container_entries{app="orders",type="java.util.HashMap",owner="static a.B.\\"C\\\\D\\"",site="a.B.put(B.java:7)"} 6000
            # HELP heapdrift_instances Threads, class loaders, buffers and resources that have not ended, the most of them.
            # TYPE heapdrift_instances gauge
            heapdrift_instances{app="orders",kind="thread",type="a.Worker",site="a.B.put(B.java:7)"} 5
            # HELP heapdrift_agent_seconds Wall time in seconds that the agent's activities have taken.
            # TYPE heapdrift_agent_seconds counter
            heapdrift_agent_seconds_total{app="orders",activity="read"} 0.25
            # HELP heapdrift_drops Counts of what was given up for want of room, by the bound that was reached.
            # TYPE heapdrift_drops counter
            heapdrift_drops_total{app="orders",bound="max-containers"} 9
            # HELP heapdrift_not_seen Things that this run cannot observe; the snapshot says which.
            # TYPE heapdrift_not_seen gauge
            heapdrift_not_seen{app="orders"} 1
            # EOF
            """);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .startsWith("rw-r-");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void tellsOnlyTheLargest() throws IOException {
    List<ContainerFacts> many = new ArrayList<>();
    for (int i = 1; i <= 100; i++) {
      many.add(container("type" + i, i * 1000L));
    }
    Path file = folder.resolve("orders.prom");
    new MetricsFile(file, 2).write(snapshot(many));
    assertThat(Files.readAllLines(file))
        .filteredOn(line -> line.startsWith("heapdrift_container_entries{"))
        .hasSize(2)
        .satisfiesExactly(
            first -> assertThat(first).contains("type100").endsWith(" 100000"),
            second -> assertThat(second).contains("type99").endsWith(" 99000"));
  }

  @Test
  void overwritesNoFileButItsOwn() throws IOException {
    Path precious = Files.writeString(folder.resolve("precious.prom"), "precious");
    Path link = Files.createSymbolicLink(folder.resolve("link.prom"), precious);
    for (Path file : List.of(precious, link)) {
      assertThatThrownBy(() -> new MetricsFile(file, 20).write(snapshot(1)))
          .isInstanceOf(FileAlreadyExistsException.class)
          .hasMessageContaining("is not overwritten");
    }
    assertThat(precious).hasContent("precious");
  }

  /** So many alike, and one that grew only once. */
  private static Snapshot snapshot(int containers) {
    List<ContainerFacts> all = new ArrayList<>();
    all.add(once());
    for (int i = 0; i < containers; i++) {
      all.add(container("java.util.HashMap", 2000));
    }
    return snapshot(all);
  }

  private static Snapshot snapshot(List<ContainerFacts> containers) {
    return new Snapshot(
        new JvmFacts("abc-7", 1, "17", "VM", "G1", 1L << 30, 2),
        new CaptureFacts(1, Trigger.INTERVAL, 61_500, 1 << 20, -1, 3),
        new AgentFacts("0.1", "watch", 5, Map.of()),
        List.of(
            List.of(
                new Frame("java.util.HashMap", "resize", "HashMap.java", 700),
                new Frame("a.B", "put", "B.java", 7))),
        containers,
        null,
        List.of(),
        List.of(),
        List.of(
            new InstanceFacts(InstanceFacts.Kind.THREAD, "a.Worker", 0, 12, 7, 0, null, List.of())),
        List.of(),
        null,
        List.of(
            new CostFacts("read", 5, 250_000_000, 1, 1, 1),
            new CostFacts("lateness", 9, 900_000_000, 1, 1, 1)),
        List.of(new Drop("max-containers", 9), new Drop("frames", 0)),
        List.of("a queue"));
  }

  private static ContainerFacts container(String type, long size) {
    Owner owner = new Owner("static a.B.\"C\\D\"", Owner.Kind.STATIC, "a.B.C", null);
    return facts(type, owner, 100, 5000, size);
  }

  private static ContainerFacts once() {
    return facts("java.util.ArrayList", null, 100, 100, 50);
  }

  private static ContainerFacts facts(
      String type, Owner owner, long noticed, long lastGrowth, long size) {
    return new ContainerFacts(
        1,
        type,
        Structure.MAP,
        owner,
        noticed,
        lastGrowth,
        3,
        4,
        size,
        60_000,
        4096,
        -1,
        List.of(),
        List.of(new GrowthSite(0, 4)),
        List.of(),
        List.of(),
        null,
        null);
  }
}
