package dev.heapdrift.snapshot.codec;

import dev.heapdrift.snapshot.AgentFacts;
import dev.heapdrift.snapshot.CaptureFacts;
import dev.heapdrift.snapshot.CostFacts;
import dev.heapdrift.snapshot.Drop;
import dev.heapdrift.snapshot.GcFacts;
import dev.heapdrift.snapshot.JvmFacts;
import dev.heapdrift.snapshot.Survivor;
import dev.heapdrift.snapshot.SurvivorPeriod;
import dev.heapdrift.snapshot.WorkFacts;
import java.util.TreeMap;

/** Writes and reads the small records: one method each way, field by field in the same order. */
final class FactsCodec {
  private static final CaptureFacts.Trigger[] TRIGGERS = CaptureFacts.Trigger.values();
  private static final GcFacts.Generation[] GENERATIONS = GcFacts.Generation.values();

  private FactsCodec() {}

  static void write(JvmFacts jvm, ByteSink out, WriteTables tables) {
    out.varint(tables.string(jvm.startId()));
    out.zigzag(jvm.startMillis());
    out.varint(tables.string(jvm.version()));
    out.varint(tables.string(jvm.vmName()));
    out.varint(tables.string(jvm.collector()));
    out.zigzag(jvm.maxHeapBytes());
    out.zigzag(jvm.processors());
  }

  static JvmFacts readJvm(ByteSource in, ReadTables tables) throws SnapshotFormatException {
    return new JvmFacts(
        tables.string(in),
        in.zigzag(),
        tables.string(in),
        tables.string(in),
        tables.string(in),
        in.zigzag(),
        in.int32());
  }

  static void write(AgentFacts agent, ByteSink out, WriteTables tables) {
    out.varint(tables.string(agent.version()));
    out.varint(tables.string(agent.level()));
    out.zigzag(agent.startedMillis());
    out.varint(agent.options().size());
    agent
        .options()
        .forEach(
            (name, value) -> {
              out.varint(tables.string(name));
              out.varint(tables.string(value));
            });
  }

  static AgentFacts readAgent(ByteSource in, ReadTables tables) throws SnapshotFormatException {
    String version = tables.string(in);
    String level = tables.string(in);
    long started = in.zigzag();
    TreeMap<String, String> options = new TreeMap<>();
    for (int n = in.count(); n > 0; n--) {
      options.put(tables.string(in), tables.string(in));
    }
    return new AgentFacts(version, level, started, options);
  }

  static void write(CaptureFacts capture, ByteSink out) {
    out.zigzag(capture.sequence());
    out.constant(capture.trigger());
    out.zigzag(capture.uptimeMillis());
    out.zigzag(capture.heapUsedBytes());
    out.zigzag(capture.heapAfterGcBytes());
    out.zigzag(capture.gcEpoch());
  }

  static CaptureFacts readCapture(ByteSource in) throws SnapshotFormatException {
    return new CaptureFacts(
        in.zigzag(), in.constant(TRIGGERS), in.zigzag(), in.zigzag(), in.zigzag(), in.zigzag());
  }

  static void write(CostFacts cost, ByteSink out, WriteTables tables) {
    out.varint(tables.string(cost.activity()));
    out.zigzag(cost.count());
    out.zigzag(cost.totalNanos());
    out.zigzag(cost.p50Nanos());
    out.zigzag(cost.p99Nanos());
    out.zigzag(cost.maxNanos());
  }

  static CostFacts readCost(ByteSource in, ReadTables tables) throws SnapshotFormatException {
    return new CostFacts(
        tables.string(in), in.zigzag(), in.zigzag(), in.zigzag(), in.zigzag(), in.zigzag());
  }

  /** The stack's index plus one, so that a survivor without a stack has 0. */
  static void write(Survivor survivor, ByteSink out, WriteTables tables) {
    out.varint(survivor.stack() + 1);
    out.varint(tables.string(survivor.type()));
    out.zigzag(survivor.allocatedMillis());
    out.zigzag(survivor.bytes());
    out.zigzag(survivor.elements());
    out.varint(survivor.linked() ? 1 : 0);
  }

  static Survivor readSurvivor(ByteSource in, ReadTables tables) throws SnapshotFormatException {
    return new Survivor(
        in.index(tables.stacks().size() + 1, "a stack") - 1,
        tables.string(in),
        in.zigzag(),
        in.zigzag(),
        in.zigzag(),
        in.index(2, "a flag") == 1);
  }

  static void write(SurvivorPeriod period, ByteSink out) {
    out.zigzag(period.fromMillis());
    out.zigzag(period.askedMillis());
    out.zigzag(period.room());
  }

  static SurvivorPeriod readPeriod(ByteSource in) throws SnapshotFormatException {
    return new SurvivorPeriod(in.zigzag(), in.zigzag(), in.int32());
  }

  static void write(GcFacts gc, ByteSink out) {
    out.zigzag(gc.uptimeMillis());
    out.constant(gc.generation());
    out.zigzag(gc.pauseNanos());
    out.zigzag(gc.heapAfterBytes());
    out.zigzag(gc.refills());
    out.zigzag(gc.refillBytes());
  }

  static GcFacts readGc(ByteSource in) throws SnapshotFormatException {
    return new GcFacts(
        in.zigzag(), in.constant(GENERATIONS), in.zigzag(), in.zigzag(), in.zigzag(), in.zigzag());
  }

  static void write(WorkFacts work, ByteSink out, WriteTables tables) {
    out.varint(tables.string(work.counter()));
    ContainerCodec.writeHistory(work.history(), out);
  }

  static WorkFacts readWork(ByteSource in, ReadTables tables) throws SnapshotFormatException {
    return new WorkFacts(tables.string(in), ContainerCodec.readHistory(in));
  }

  static void write(Drop drop, ByteSink out, WriteTables tables) {
    out.varint(tables.string(drop.bound()));
    out.zigzag(drop.count());
  }

  static Drop readDrop(ByteSource in, ReadTables tables) throws SnapshotFormatException {
    return new Drop(tables.string(in), in.zigzag());
  }
}
