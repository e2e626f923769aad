package dev.heapdrift.analyzer.testing;

import dev.heapdrift.snapshot.AgentFacts;
import dev.heapdrift.snapshot.AllocationFacts;
import dev.heapdrift.snapshot.AllocationTrace;
import dev.heapdrift.snapshot.CaptureFacts;
import dev.heapdrift.snapshot.Estimate;
import dev.heapdrift.snapshot.GcFacts;
import dev.heapdrift.snapshot.GcFacts.Generation;
import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.codec.SnapshotWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Builds snapshots with allocations and collections, of the JVM {@code jvm1}. */
public final class TracedBuilder {
  private final SnapshotBuilder rest;
  private final List<AllocationTrace> traces = new ArrayList<>();
  private final List<GcFacts> gcs = new ArrayList<>();
  private long peakBytes;
  private double peakSecond;
  private long interval = 1;
  private long epoch = -1;

  private TracedBuilder(SnapshotBuilder rest) {
    this.rest = rest;
  }

  /** A snapshot at an uptime, numbered by its second. */
  public static TracedBuilder at(long seconds) {
    return new TracedBuilder(SnapshotBuilder.at(seconds));
  }

  /** Live objects that were counted; as many again have died. */
  public TracedBuilder counted(String type, long bytes, long count, String... stack) {
    return trace(type, Estimate.counted(bytes, count), stack);
  }

  /** Live objects of which one in 1,024 was sampled, with a tenth as standard error. */
  public TracedBuilder sampled(String type, long bytes, long count, String... stack) {
    interval = 512 << 10;
    return trace(type, new Estimate(bytes, count, bytes / 10.0, count / 10.0, count / 1024), stack);
  }

  private TracedBuilder trace(String type, Estimate live, String... stack) {
    traces.add(
        new AllocationTrace(
            rest.stack(stack),
            stack.length,
            type,
            live,
            Estimate.NOTHING,
            live.plus(live),
            live,
            List.of(live.count()),
            1000,
            2000));
    return this;
  }

  /** The highest that was traced until now. */
  public TracedBuilder peak(long bytes, double second) {
    peakBytes = bytes;
    peakSecond = second;
    return this;
  }

  /** A collection of 3 ms. */
  public TracedBuilder gc(double second, Generation generation, long heapAfterBytes) {
    gcs.add(new GcFacts(Math.round(second * 1000), generation, 3_000_000, heapAfterBytes));
    return this;
  }

  /** Collections since the JVM started; those that were added unless said otherwise. */
  public TracedBuilder collections(long count) {
    epoch = count;
    return this;
  }

  /** The snapshot; without allocations where no trace was added. */
  public Snapshot build() {
    Snapshot base = rest.build();
    CaptureFacts capture = base.capture();
    long after = gcs.isEmpty() ? -1 : gcs.get(gcs.size() - 1).heapAfterBytes();
    String level = traces.isEmpty() ? "watch" : interval == 1 ? "exact" : "sample";
    AgentFacts agent = base.agent();
    return new Snapshot(
        base.jvm(),
        new CaptureFacts(
            capture.sequence(),
            capture.trigger(),
            capture.uptimeMillis(),
            capture.heapUsedBytes(),
            after,
            epoch < 0 ? gcs.size() : epoch),
        new AgentFacts(agent.version(), level, agent.startedMillis(), agent.options()),
        base.stacks(),
        base.containers(),
        traces.isEmpty() ? null : facts(),
        List.of(),
        List.of(),
        base.instances(),
        gcs,
        base.work(),
        base.costs(),
        base.drops(),
        base.notSeen());
  }

  private AllocationFacts facts() {
    long live = traces.stream().mapToLong(trace -> trace.live().bytes()).sum();
    return new AllocationFacts(
        64,
        interval,
        0,
        live,
        Math.max(live, peakBytes),
        Math.round(peakSecond * 1000),
        4096,
        traces.size(),
        0,
        traces);
  }

  /** Writes the snapshot into a folder, under the name that the agent would give it. */
  public Path writeTo(Path folder) throws IOException {
    Snapshot snapshot = build();
    String name = snapshot.jvm().startId() + '-' + snapshot.capture().sequence() + ".hds";
    Path file = folder.resolve(name);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      SnapshotWriter.write(snapshot, out);
    }
    return file;
  }
}
