package dev.heapdrift.snapshot.codec;

import dev.heapdrift.snapshot.AgentFacts;
import dev.heapdrift.snapshot.CaptureFacts;
import dev.heapdrift.snapshot.ContainerFacts;
import dev.heapdrift.snapshot.ContainerFacts.ElementShare;
import dev.heapdrift.snapshot.ContainerFacts.GrowthSite;
import dev.heapdrift.snapshot.ContainerFacts.InsertionSite;
import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import dev.heapdrift.snapshot.CostFacts;
import dev.heapdrift.snapshot.Drop;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.JvmFacts;
import dev.heapdrift.snapshot.Owner;
import dev.heapdrift.snapshot.Snapshot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Snapshots to test with. */
final class Snapshots {
  static final Frame PUT = new Frame("java.util.HashMap", "put", "HashMap.java", 610);
  static final Frame FIND = new Frame("com.app.Orders", "find", "Orders.java", 42);
  static final Frame PAY = new Frame("com.app.Checkout$Step", "pay", null, -1);

  private Snapshots() {}

  /** A small snapshot with every field in use. */
  static Snapshot sample() {
    return with(
        List.of(List.of(PUT, FIND, PAY), List.of(PUT, PAY), List.of()),
        List.of(
            new ContainerFacts(
                7,
                "java.util.HashMap",
                ContainerFacts.Structure.MAP,
                new Owner("static com.app.Orders.CACHE", Owner.Kind.STATIC, "com.app.Orders.CACHE"),
                1200,
                61_000,
                12,
                17,
                71_332,
                60_900,
                131_072,
                117.5,
                List.of(new SizePoint(1200, 1024), new SizePoint(60_900, 71_332)),
                List.of(new GrowthSite(0, 16), new GrowthSite(1, 1)),
                List.of(new InsertionSite(FIND, "put", 4711)),
                List.of(
                    new ElementShare("com.app.Order", 0.97),
                    new ElementShare("com.app.Hold", 0.03))),
            container(9)));
  }

  /** A container of which nearly nothing is known. */
  static ContainerFacts container(long id) {
    return new ContainerFacts(
        id,
        "java.util.ArrayList",
        ContainerFacts.Structure.LIST,
        null,
        50_000,
        50_000,
        0,
        1,
        -1,
        -1,
        1024,
        -1,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  static Snapshot with(List<List<Frame>> stacks, List<ContainerFacts> containers) {
    return new Snapshot(
        new JvmFacts("t3x1-2s", 1_700_000_000_000L, "17.0.15", "OpenJDK", "G1", 512L << 20, 2),
        new CaptureFacts(3, CaptureFacts.Trigger.EXIT, 61_000, 90L << 20, 80L << 20, 14),
        new AgentFacts("0.1.0", "watch", 210, Map.of("interval", "60s", "zoom", "on")),
        stacks,
        containers,
        List.of(new CostFacts("walk", 3, 9_000_000, 2_500_000, 4_000_000, 4_000_000)),
        List.of(new Drop("max-containers", 2)),
        List.of("ConcurrentLinkedQueue: keeps no size"));
  }

  /** A snapshot of many containers that share deep stacks, so that it takes several blocks. */
  static Snapshot large(int containers) {
    List<List<Frame>> stacks =
        IntStream.range(0, containers / 10 + 1)
            .mapToObj(s -> IntStream.range(0, 40).mapToObj(d -> frame(s, d)).toList())
            .toList();
    return with(
        stacks, IntStream.range(0, containers).mapToObj(i -> grown(i, i % stacks.size())).toList());
  }

  private static Frame frame(int stack, int depth) {
    return new Frame("com.app.C" + depth, "m" + (depth < 5 ? stack : 0), "C.java", depth);
  }

  private static ContainerFacts grown(long id, int stack) {
    ContainerFacts bare = container(id);
    return new ContainerFacts(
        id,
        bare.type(),
        bare.structure(),
        new Owner("static com.app.Tenants.all{value}.cache", Owner.Kind.STATIC, "com.app.T.cache"),
        bare.noticedMillis(),
        bare.lastGrowthMillis(),
        1,
        2,
        id * 3,
        60_000,
        2048,
        16,
        IntStream.range(0, 64).mapToObj(i -> new SizePoint(1000L * i, 10L * i)).toList(),
        List.of(new GrowthSite(stack, 2)),
        List.of(),
        List.of());
  }

  static byte[] bytes(Snapshot snapshot) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      SnapshotWriter.write(snapshot, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
