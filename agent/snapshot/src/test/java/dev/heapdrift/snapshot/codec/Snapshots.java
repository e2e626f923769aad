package dev.heapdrift.snapshot.codec;

import dev.heapdrift.snapshot.AgentFacts;
import dev.heapdrift.snapshot.AllocationFacts;
import dev.heapdrift.snapshot.AllocationTrace;
import dev.heapdrift.snapshot.CaptureFacts;
import dev.heapdrift.snapshot.ContainerFacts;
import dev.heapdrift.snapshot.ContainerFacts.ElementNature;
import dev.heapdrift.snapshot.ContainerFacts.ElementShare;
import dev.heapdrift.snapshot.ContainerFacts.GrowthSite;
import dev.heapdrift.snapshot.ContainerFacts.InsertionSite;
import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import dev.heapdrift.snapshot.CostFacts;
import dev.heapdrift.snapshot.Drop;
import dev.heapdrift.snapshot.Estimate;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.GcFacts;
import dev.heapdrift.snapshot.InstanceFacts;
import dev.heapdrift.snapshot.JvmFacts;
import dev.heapdrift.snapshot.Owner;
import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.Survivor;
import dev.heapdrift.snapshot.SurvivorPeriod;
import dev.heapdrift.snapshot.WorkFacts;
import dev.heapdrift.snapshot.ZoomFacts;
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

  private static final List<SurvivorPeriod> PERIODS =
      List.of(new SurvivorPeriod(1_200, 31_000, 256), new SurvivorPeriod(31_040, 60_500, 256));

  private Snapshots() {}

  /** A small snapshot with every field in use. */
  static Snapshot sample() {
    return tracing(
            containers(new ElementNature(-1, 0.125, 0.5), zoom()),
            new AllocationFacts(
                25,
                512 << 10,
                210,
                9_437_184,
                12_582_912,
                48_000,
                86_016,
                811,
                23,
                List.of(estimated(), counted())),
            List.of(
                new Survivor(1, "com.app.Order", 42_017, 24, -1, true),
                new Survivor(-1, "byte[]", 3, -1, 4096, false)),
            instances(),
            List.of(
                new GcFacts(30_000, GcFacts.Generation.YOUNG, 2_400_000, 70L << 20, 104, 52L << 20),
                new GcFacts(59_000, GcFacts.Generation.OLD, 61_000_000, 40L << 20)))
        .withWork(
            new WorkFacts(
                "com.app:type=Checkout#paid",
                List.of(new SizePoint(1300, 0), new SizePoint(60_800, 48_019))));
  }

  private static List<InstanceFacts> instances() {
    return List.of(
        new InstanceFacts(
            InstanceFacts.Kind.DIRECT_BUFFER,
            "java.nio.DirectByteBuffer",
            1,
            640,
            28,
            612L << 16,
            new Owner("static com.app.Pages.all[*]", Owner.Kind.STATIC, "com.app.Pages.all"),
            List.of(new SizePoint(1200, 20), new SizePoint(60_900, 600))),
        new InstanceFacts(
            InstanceFacts.Kind.THREAD, "com.app.Poller", 0, 9, 9, 0, null, List.of()));
  }

  private static AllocationTrace estimated() {
    return new AllocationTrace(
        0,
        31,
        "com.app.Order",
        new Estimate(8_388_608, 349_525, 2_097_152.5, 87_381.25, 16),
        new Estimate(1_048_576, 43_690, 741_455.2, 30_894, 2),
        new Estimate(104_857_600, 4_369_066, 7_414_552, 308_939.6, 200),
        new Estimate(9_437_184, 393_216, 2_224_365.8, 92_681.9, 18),
        List.of(2L, 0L, 14L),
        1200,
        60_900);
  }

  private static AllocationTrace counted() {
    return new AllocationTrace(
        1,
        2,
        "byte[]",
        Estimate.counted(1_048_576, 3),
        Estimate.NOTHING,
        Estimate.counted(2_097_152, 6),
        Estimate.counted(1_048_576, 3),
        List.of(),
        -1,
        -1);
  }

  /** The same as a snapshot of containers, with what the tracers know. */
  static Snapshot tracing(
      Snapshot containers,
      AllocationFacts facts,
      List<Survivor> survivors,
      List<InstanceFacts> instances,
      List<GcFacts> gcs) {
    return new Snapshot(
        containers.jvm(),
        containers.capture(),
        containers.agent(),
        containers.stacks(),
        containers.containers(),
        facts,
        survivors,
        survivors.isEmpty() ? List.of() : PERIODS,
        instances,
        gcs,
        null,
        containers.costs(),
        containers.drops(),
        containers.notSeen());
  }

  private static ZoomFacts zoom() {
    return new ZoomFacts(
        5_000,
        List.of(
            new ZoomFacts.AccessSite(PAY, "get", ZoomFacts.Access.LOOKUP, 12, 3),
            new ZoomFacts.AccessSite(FIND, "clear", ZoomFacts.Access.REMOVAL, 1, -1)),
        List.of(new ZoomFacts.Counterpart(FIND, PAY, 2)));
  }

  /** What level watch wrote before there were tracers. */
  static Snapshot containers() {
    return containers(null, null);
  }

  private static Snapshot containers(ElementNature nature, ZoomFacts zoom) {
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
                    new ElementShare("com.app.Hold", 0.03)),
                nature,
                zoom),
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
        List.of(),
        null,
        null);
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

  /** A snapshot of many traces, as level exact writes it. */
  static Snapshot traced(int traces) {
    AllocationTrace one = counted();
    List<AllocationTrace> many =
        IntStream.range(0, traces)
            .mapToObj(
                i ->
                    new AllocationTrace(
                        i % 3,
                        one.totalFrames(),
                        "com.app.T" + i,
                        one.live(),
                        one.untested(),
                        Estimate.counted(24L * i, i),
                        one.atPeak(),
                        one.ages(),
                        i,
                        2L * i))
            .toList();
    return tracing(
        containers(),
        new AllocationFacts(1, 1, 0, 0, 0, 0, 0, 0, 0, many),
        List.of(),
        List.of(),
        List.of());
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
        new Owner(
            "static com.app.Tenants.all{value}.cache",
            Owner.Kind.STATIC,
            "com.app.T.cache",
            new Owner.Limit("com.app.T.maxSize", 10_000)),
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
        List.of(),
        null,
        null);
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
