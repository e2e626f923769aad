package dev.heapdrift.snapshot.codec;

import dev.heapdrift.snapshot.AgentFacts;
import dev.heapdrift.snapshot.AllocationFacts;
import dev.heapdrift.snapshot.AllocationTrace;
import dev.heapdrift.snapshot.CaptureFacts;
import dev.heapdrift.snapshot.ContainerFacts;
import dev.heapdrift.snapshot.CostFacts;
import dev.heapdrift.snapshot.Drop;
import dev.heapdrift.snapshot.GcFacts;
import dev.heapdrift.snapshot.InstanceFacts;
import dev.heapdrift.snapshot.JvmFacts;
import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.Survivor;
import dev.heapdrift.snapshot.SurvivorPeriod;
import dev.heapdrift.snapshot.WorkFacts;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads snapshots. Files are not trusted: no length or count allocates more than the bytes that are
 * there, and all damage becomes a {@link SnapshotFormatException}. Stateless; each call works on
 * its own buffers.
 */
public final class SnapshotReader {
  private final BlockReader blocks;
  private final ReadTables tables;
  private final List<ContainerFacts> containers = new ArrayList<>();
  private final List<AllocationTrace> traces = new ArrayList<>();
  private final List<Survivor> survivors = new ArrayList<>();
  private final List<SurvivorPeriod> survivorPeriods = new ArrayList<>();
  private final List<InstanceFacts> instances = new ArrayList<>();
  private final List<GcFacts> gcs = new ArrayList<>();
  private final List<CostFacts> costs = new ArrayList<>();
  private final List<Drop> drops = new ArrayList<>();
  private final List<String> notSeen = new ArrayList<>();
  private JvmFacts jvm;
  private CaptureFacts capture;
  private AgentFacts agent;
  private AllocationFacts allocations;
  private WorkFacts work;

  private SnapshotReader(InputStream in, NamePool pool) {
    this.blocks = new BlockReader(in);
    this.tables = new ReadTables(pool);
  }

  /**
   * Reads a complete file.
   *
   * @param file the file
   * @throws SnapshotFormatException when it is damaged, truncated, foreign, empty or newer
   * @throws IOException when it cannot be read at all
   */
  public static Snapshot read(Path file) throws IOException {
    return complete(salvage(file, new NamePool()));
  }

  /**
   * Reads a complete snapshot from a stream up to its end.
   *
   * @param in the stream; not closed
   * @throws SnapshotFormatException when it is damaged, truncated, foreign, empty or newer
   * @throws IOException when the stream throws it
   */
  public static Snapshot read(InputStream in) throws IOException {
    return complete(salvage(in, new NamePool()));
  }

  /**
   * Reads as much of a file as is sound.
   *
   * @param file the file
   * @param pool shares names with the other snapshots of the series
   * @throws IOException when it cannot be read at all
   */
  public static Reading salvage(Path file, NamePool pool) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return salvage(in, pool);
    }
  }

  /**
   * Reads as much of a stream as is sound.
   *
   * @param in the stream; not closed
   * @param pool shares names with the other snapshots of the series
   * @throws IOException when the stream throws it
   */
  public static Reading salvage(InputStream in, NamePool pool) throws IOException {
    SnapshotReader reader = new SnapshotReader(in, pool);
    try {
      reader.readAll();
      return new Reading(reader.snapshot(), Optional.empty());
    } catch (SnapshotFormatException problem) {
      return new Reading(reader.snapshot(), Optional.of(problem));
    }
  }

  /**
   * Reads the beginning of a file only.
   *
   * @param file the file
   * @throws SnapshotFormatException when its beginning is damaged or foreign
   * @throws IOException when it cannot be read at all
   */
  public static Heading heading(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      SnapshotReader reader = new SnapshotReader(in, new NamePool());
      reader.blocks.header();
      while (reader.jvm == null || reader.capture == null) {
        BlockReader.Block block = reader.blocks.next();
        if (block == null) {
          throw new SnapshotFormatException("a snapshot without its JVM or capture", 0);
        }
        reader.read(block.id(), block.payload());
      }
      return new Heading(reader.jvm, reader.capture);
    }
  }

  private static Snapshot complete(Reading reading) throws SnapshotFormatException {
    if (reading.problem().isPresent()) {
      throw reading.problem().get();
    }
    return reading.snapshot().orElseThrow();
  }

  private void readAll() throws IOException {
    blocks.header();
    BlockReader.Block block = blocks.next();
    ByteSource last = null;
    while (block != null) {
      last = block.payload();
      read(block.id(), last);
      block = blocks.next();
    }
    if (jvm == null || capture == null || agent == null) {
      throw last == null
          ? new SnapshotFormatException("a snapshot without facts", SnapshotFormat.HEADER_BYTES)
          : last.problem("a snapshot without its JVM, capture or agent");
    }
  }

  private void read(int id, ByteSource in) throws SnapshotFormatException {
    switch (id) {
      case SnapshotFormat.STRINGS -> tables.readStrings(in);
      case SnapshotFormat.FRAMES -> tables.readFrames(in);
      case SnapshotFormat.STACK_NODES -> tables.readNodes(in);
      case SnapshotFormat.STACKS -> tables.readStacks(in);
      case SnapshotFormat.JVM -> jvm = once(jvm, in, FactsCodec.readJvm(in, tables));
      case SnapshotFormat.CAPTURE -> capture = once(capture, in, FactsCodec.readCapture(in));
      case SnapshotFormat.AGENT -> agent = once(agent, in, FactsCodec.readAgent(in, tables));
      case SnapshotFormat.CONTAINERS ->
          framed(in, containers, item -> ContainerCodec.read(item, tables));
      case SnapshotFormat.COSTS -> each(in, costs, item -> FactsCodec.readCost(item, tables));
      case SnapshotFormat.DROPS -> each(in, drops, item -> FactsCodec.readDrop(item, tables));
      case SnapshotFormat.NOT_SEEN -> each(in, notSeen, tables::string);
      case SnapshotFormat.ALLOCATIONS ->
          allocations = once(allocations, in, AllocationCodec.read(in));
      case SnapshotFormat.ALLOCATION_TRACES -> readTraces(in);
      case SnapshotFormat.SURVIVOR_PERIODS -> each(in, survivorPeriods, FactsCodec::readPeriod);
      case SnapshotFormat.SURVIVORS ->
          framed(in, survivors, item -> FactsCodec.readSurvivor(item, tables));
      case SnapshotFormat.INSTANCES ->
          framed(in, instances, item -> InstanceCodec.read(item, tables));
      case SnapshotFormat.GCS -> each(in, gcs, FactsCodec::readGc);
      case SnapshotFormat.WORK -> work = once(work, in, FactsCodec.readWork(in, tables));
      default -> {
        // A block of a later writer: its checksum was right, its content is not for this reader.
      }
    }
  }

  private void readTraces(ByteSource in) throws SnapshotFormatException {
    if (allocations == null) {
      throw in.problem("allocation traces without the facts of their tracer");
    }
    framed(in, traces, item -> AllocationCodec.readTrace(item, tables));
  }

  /** Reads one item of a block. */
  private interface Item<T> {
    T read(ByteSource in) throws SnapshotFormatException;
  }

  private static <T> void each(ByteSource in, List<T> into, Item<T> item)
      throws SnapshotFormatException {
    for (int n = in.count(); n > 0; n--) {
      into.add(item.read(in));
    }
  }

  /** Items with their length in front, so that what a later version appends to them is skipped. */
  private static <T> void framed(ByteSource in, List<T> into, Item<T> item)
      throws SnapshotFormatException {
    each(in, into, all -> item.read(all.slice(all.count())));
  }

  private static <T> T once(T before, ByteSource in, T now) throws SnapshotFormatException {
    if (before != null) {
      throw in.problem("a block that may stand once stands twice");
    }
    return now;
  }

  private Optional<Snapshot> snapshot() {
    if (jvm == null || capture == null || agent == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Snapshot(
            jvm,
            capture,
            agent,
            tables.stacks(),
            containers,
            allocations == null ? null : allocations.withTraces(traces),
            survivors,
            survivorPeriods,
            instances,
            gcs,
            work,
            costs,
            drops,
            notSeen));
  }
}
