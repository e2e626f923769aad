package dev.heapdrift.api;

import dev.heapdrift.snapshot.AllocationFacts;
import dev.heapdrift.snapshot.AllocationTrace;
import dev.heapdrift.snapshot.Estimate;
import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.codec.SnapshotReader;
import dev.heapdrift.snapshot.codec.SnapshotWriter;
import dev.heapdrift.snapshot.stats.Filter;
import dev.heapdrift.snapshot.stats.GroupBy;
import dev.heapdrift.snapshot.stats.Statistic;
import dev.heapdrift.snapshot.stats.StatisticDiff;
import dev.heapdrift.snapshot.stats.TraceQuery;
import dev.heapdrift.snapshot.stats.Traceback;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * All traces of allocations at one moment; what {@code tracemalloc.take_snapshot()} returns.
 * Immutable.
 *
 * <p>Statistics count live objects, unless a {@link TraceQuery} says otherwise. At level {@code
 * sample} they are estimates, and each carries its standard error.
 *
 * @param contents all that the snapshot says, also of the JVM and of containers
 */
public record AllocationSnapshot(Snapshot contents) {

  /** What is taken where no agent runs: it holds no trace. */
  static final AllocationSnapshot EMPTY = new AllocationSnapshot(Nothing.SNAPSHOT);

  /** The snapshot in these bytes, as the agent hands them over. */
  static AllocationSnapshot parse(byte[] bytes) {
    try {
      return new AllocationSnapshot(SnapshotReader.read(new ByteArrayInputStream(bytes)));
    } catch (IOException e) {
      throw new IllegalStateException("the agent's snapshot cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Reads a snapshot from a file that {@link #dump}, the agent or {@link Heapdrift#writeSnapshot}
   * wrote.
   *
   * @param file the {@code .hds} file
   * @return what it says
   * @throws IOException when it cannot be read; a damaged file is named in one line with the byte
   *     where the damage shows
   */
  public static AllocationSnapshot load(Path file) throws IOException {
    return new AllocationSnapshot(SnapshotReader.read(file));
  }

  /**
   * Writes the snapshot to a file, which the command line can read too. A file that exists is
   * replaced.
   *
   * @param file where to; the name should end in {@code .hds}
   * @return the file; empty when the snapshot was taken without an agent, and nothing is written
   * @throws IOException when it cannot be written
   */
  public Optional<Path> dump(Path file) throws IOException {
    if (contents.equals(Nothing.SNAPSHOT)) {
      return Optional.empty();
    }
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      SnapshotWriter.write(contents, out);
    }
    return Optional.of(file);
  }

  /**
   * Frames kept of each stack.
   *
   * @return the limit; 0 where the file holds no traces
   */
  public int tracebackLimit() {
    AllocationFacts facts = contents.allocations();
    return facts == null ? 0 : facts.frames();
  }

  /**
   * The traces.
   *
   * @return them in no particular order; none where the file holds none
   */
  public List<Trace> traces() {
    AllocationFacts facts = contents.allocations();
    if (facts == null) {
      return List.of();
    }
    AgentDoor entered = AgentDoor.enter();
    try {
      return facts.traces().stream().map(this::withStack).toList();
    } finally {
      AgentDoor.exit(entered);
    }
  }

  private Trace withStack(AllocationTrace trace) {
    return new Trace(
        new Traceback(contents.stacks().get(trace.stack()), trace.totalFrames()), trace);
  }

  /**
   * Live objects, grouped.
   *
   * @param groupBy what a group has in common
   * @return largest first: by size, count and key
   * @throws IllegalArgumentException when the snapshot holds no allocations
   */
  public List<Statistic> statistics(GroupBy groupBy) {
    return statistics(TraceQuery.by(groupBy));
  }

  /**
   * Traces, grouped as a query says; {@code TraceQuery.by(LINE).everyFrame()} is {@code
   * tracemalloc}'s cumulative.
   *
   * @param query what to sum and how
   * @return largest first: by size, count and key
   * @throws IllegalArgumentException when the snapshot cannot answer: it holds no allocations, or
   *     not enough frames for a cumulative query
   */
  public List<Statistic> statistics(TraceQuery query) {
    AgentDoor entered = AgentDoor.enter();
    try {
      return query.statistics(contents);
    } finally {
      AgentDoor.exit(entered);
    }
  }

  /**
   * Changes of live objects since an older snapshot, grouped.
   *
   * @param older the earlier moment
   * @param groupBy what a group has in common
   * @return largest change first: by |size diff|, size, |count diff|, count and key
   * @throws IllegalArgumentException when one of the snapshots holds no allocations
   */
  public List<StatisticDiff> compareTo(AllocationSnapshot older, GroupBy groupBy) {
    return compareTo(older, TraceQuery.by(groupBy));
  }

  /**
   * Changes since an older snapshot, grouped as a query says. A group that is missing from one of
   * them holds nothing there.
   *
   * @param older the earlier moment
   * @param query what to sum and how
   * @return largest change first: by |size diff|, size, |count diff|, count and key
   * @throws IllegalArgumentException when one of the snapshots cannot answer
   */
  public List<StatisticDiff> compareTo(AllocationSnapshot older, TraceQuery query) {
    AgentDoor entered = AgentDoor.enter();
    try {
      return query.compare(older.contents, contents);
    } finally {
      AgentDoor.exit(entered);
    }
  }

  /**
   * The same snapshot with fewer traces: those that any inclusive filter matches, where there is
   * one, and that no exclusive filter does.
   *
   * @param filters which traces stay; all when empty
   * @return a new snapshot
   * @throws IllegalArgumentException when the snapshot holds no allocations
   */
  public AllocationSnapshot filterTraces(List<Filter> filters) {
    AgentDoor entered = AgentDoor.enter();
    try {
      return new AllocationSnapshot(TraceQuery.filter(contents, filters));
    } finally {
      AgentDoor.exit(entered);
    }
  }

  /**
   * The same snapshot with what was live when the traced memory stood at its peak, in place of what
   * is live now.
   *
   * @return a new snapshot
   * @throws IllegalArgumentException when the snapshot holds no allocations
   */
  public AllocationSnapshot atPeak() {
    AllocationFacts facts = contents.allocations();
    if (facts == null) {
      throw new IllegalArgumentException("the snapshot holds no allocations");
    }
    AgentDoor entered = AgentDoor.enter();
    try {
      return atPeak(facts);
    } finally {
      AgentDoor.exit(entered);
    }
  }

  private AllocationSnapshot atPeak(AllocationFacts facts) {
    List<AllocationTrace> traces =
        facts.traces().stream().map(AllocationSnapshot::peakAsLive).toList();
    return new AllocationSnapshot(contents.withAllocations(facts.withTraces(traces)));
  }

  /** Of the objects at the peak nothing is known but their bytes and their number. */
  private static AllocationTrace peakAsLive(AllocationTrace trace) {
    return new AllocationTrace(
        trace.stack(),
        trace.totalFrames(),
        trace.type(),
        trace.atPeak(),
        Estimate.NOTHING,
        trace.allocated(),
        trace.atPeak(),
        List.of(),
        -1,
        -1);
  }
}
