package dev.heapdrift.analyzer.testing;

import dev.heapdrift.snapshot.AgentFacts;
import dev.heapdrift.snapshot.CaptureFacts;
import dev.heapdrift.snapshot.ContainerFacts;
import dev.heapdrift.snapshot.ContainerFacts.ElementShare;
import dev.heapdrift.snapshot.ContainerFacts.GrowthSite;
import dev.heapdrift.snapshot.ContainerFacts.InsertionSite;
import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import dev.heapdrift.snapshot.Drop;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.JvmFacts;
import dev.heapdrift.snapshot.Owner;
import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.ZoomFacts;
import dev.heapdrift.snapshot.codec.SnapshotWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Builds one snapshot at a time, for tests of reading and comparing; runs come from Snapshots. */
public final class SnapshotBuilder {
  private final String startId;
  private final long seconds;
  private final List<List<Frame>> stacks = new ArrayList<>();
  private final List<ContainerFacts> containers = new ArrayList<>();
  private final List<Drop> drops = new ArrayList<>();
  private final List<String> notSeen = new ArrayList<>();
  private CaptureFacts.Trigger trigger = CaptureFacts.Trigger.INTERVAL;

  private SnapshotBuilder(String startId, long seconds) {
    this.startId = startId;
    this.seconds = seconds;
  }

  /** A snapshot of the JVM {@code jvm1} at an uptime. */
  public static SnapshotBuilder at(long seconds) {
    return of("jvm1", seconds);
  }

  /** A snapshot of a JVM at an uptime; snapshots are numbered by their second. */
  public static SnapshotBuilder of(String startId, long seconds) {
    return new SnapshotBuilder(startId, seconds);
  }

  /** A map held by a static field, with 100 bytes an entry, grown in one stack. */
  public SnapshotBuilder map(long id, String holder, long size, String... stack) {
    return container(
        facts(id, "java.util.HashMap", ContainerFacts.Structure.MAP, holder, size, 100, stack));
  }

  /** Any container. */
  public SnapshotBuilder container(ContainerFacts facts) {
    containers.add(facts);
    return this;
  }

  /** A container read at this very moment; without a holder where that is null. */
  public ContainerFacts facts(
      long id,
      String type,
      ContainerFacts.Structure structure,
      String holder,
      long size,
      double bytesPerEntry,
      String... stack) {
    List<GrowthSite> sites =
        stack.length == 0 ? List.of() : List.of(new GrowthSite(stack(stack), 10));
    return new ContainerFacts(
        id,
        type,
        structure,
        holder == null ? null : new Owner("static " + holder, Owner.Kind.STATIC, holder),
        1000,
        seconds * 1000,
        (int) seconds,
        10,
        size,
        seconds * 1000,
        Math.max(1024, size),
        bytesPerEntry,
        List.of(),
        sites,
        List.<InsertionSite>of(),
        List.of(new ElementShare("com.app.Order", 1.0)),
        null,
        null);
  }

  /** The same, held by thread-local variables. */
  public static ContainerFacts inThreadLocal(ContainerFacts facts, String holder) {
    Owner owner = new Owner("thread-local " + holder, Owner.Kind.THREAD_LOCAL, holder);
    return facts.with(owner, facts.nature(), facts.zoom());
  }

  /** The same with a history. */
  public static ContainerFacts withHistory(ContainerFacts facts, SizePoint... history) {
    return facts.with(List.of(history), facts.growthSites(), facts.insertions());
  }

  /** The same, of which the zoom has counted so many insertions since it came. */
  public static ContainerFacts zoomed(ContainerFacts facts, long sinceSecond, long count) {
    Frame site = Frames.parse("com.app.Orders.find(Orders.java:42)");
    List<InsertionSite> insertions = List.of(new InsertionSite(site, "put", count));
    return facts
        .with(facts.history(), facts.growthSites(), insertions)
        .with(facts.owner(), null, new ZoomFacts(sinceSecond * 1000, List.of(), List.of()));
  }

  /** Index of a stack, most recent frame first. */
  public int stack(String... printed) {
    List<Frame> frames = Frames.parse(printed);
    if (!stacks.contains(frames)) {
      stacks.add(frames);
    }
    return stacks.indexOf(frames);
  }

  /** A bound that was hit. */
  public SnapshotBuilder drop(String bound, long count) {
    drops.add(new Drop(bound, count));
    return this;
  }

  /** Something that was not observed. */
  public SnapshotBuilder notSeen(String sentence) {
    notSeen.add(sentence);
    return this;
  }

  /** Taken when the JVM exits. */
  public SnapshotBuilder atExit() {
    trigger = CaptureFacts.Trigger.EXIT;
    return this;
  }

  /** The snapshot. */
  public Snapshot build() {
    return new Snapshot(
        new JvmFacts(startId, 1_700_000_000_000L, "17.0.15", "OpenJDK", "G1", 512L << 20, 2),
        new CaptureFacts(seconds, trigger, seconds * 1000, 90L << 20, 80L << 20, seconds),
        new AgentFacts("0.1.0", "watch", 0, Map.of("frames", "64")),
        stacks,
        containers,
        List.of(),
        drops,
        notSeen);
  }

  /** Writes the snapshot into a folder, under the name that the agent would give it. */
  public Path writeTo(Path folder) throws IOException {
    Path file = folder.resolve(startId + '-' + seconds + ".hds");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      SnapshotWriter.write(build(), out);
    }
    return file;
  }
}
