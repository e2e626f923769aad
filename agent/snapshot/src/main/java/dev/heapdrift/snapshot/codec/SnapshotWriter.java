package dev.heapdrift.snapshot.codec;

import dev.heapdrift.snapshot.AllocationFacts;
import dev.heapdrift.snapshot.AllocationTrace;
import dev.heapdrift.snapshot.ContainerFacts;
import dev.heapdrift.snapshot.ContainerFacts.GrowthSite;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.InstanceFacts;
import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.Survivor;
import dev.heapdrift.snapshot.SurvivorPeriod;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.BiConsumer;

/** Writes snapshots. Stateless; each call works on its own buffers. */
public final class SnapshotWriter {
  private final BlockWriter blocks;
  private final WriteTables tables = new WriteTables();
  private final ByteSink payload = new ByteSink();

  private SnapshotWriter(OutputStream out) throws IOException {
    this.blocks = new BlockWriter(out);
  }

  /**
   * Writes one snapshot, in many small writes: give it a buffered stream.
   *
   * @param snapshot what to write
   * @param out where to; flushed, not closed
   * @throws IOException when the stream does
   * @throws IllegalArgumentException when something refers to no stack, or the snapshot exceeds a
   *     limit of the format
   */
  public static void write(Snapshot snapshot, OutputStream out) throws IOException {
    new SnapshotWriter(out).write(snapshot);
  }

  // What identifies the snapshot comes first, what is many comes last: a truncated file still says
  // which JVM it was.
  private void write(Snapshot snapshot) throws IOException {
    FactsCodec.write(snapshot.jvm(), payload, tables);
    block(SnapshotFormat.JVM);
    FactsCodec.write(snapshot.capture(), payload);
    block(SnapshotFormat.CAPTURE);
    FactsCodec.write(snapshot.agent(), payload, tables);
    block(SnapshotFormat.AGENT);
    writeNotes(snapshot);
    each(SnapshotFormat.GCS, snapshot.gcs(), FactsCodec::write);
    if (snapshot.work() != null) {
      FactsCodec.write(snapshot.work(), payload, tables);
      block(SnapshotFormat.WORK);
    }
    writeStacks(snapshot.stacks());
    writeContainers(snapshot);
    writeInstances(snapshot);
    writeSurvivors(snapshot);
    writeAllocations(snapshot);
    blocks.trailer();
  }

  private void writeNotes(Snapshot snapshot) throws IOException {
    each(
        SnapshotFormat.COSTS,
        snapshot.costs(),
        (cost, item) -> FactsCodec.write(cost, item, tables));
    each(
        SnapshotFormat.DROPS,
        snapshot.drops(),
        (drop, item) -> FactsCodec.write(drop, item, tables));
    each(
        SnapshotFormat.NOT_SEEN,
        snapshot.notSeen(),
        (sentence, item) -> item.varint(tables.string(sentence)));
  }

  /** A few items, in one block. */
  private <T> void each(int id, List<T> items, BiConsumer<T, ByteSink> write) throws IOException {
    PendingBlock pending = new PendingBlock(id);
    for (T item : items) {
      write.accept(item, pending.item());
    }
    flush(pending);
  }

  private void writeStacks(List<List<Frame>> stacks) throws IOException {
    PendingBlock pending = new PendingBlock(SnapshotFormat.STACKS);
    int unwritten = 0;
    for (List<Frame> stack : stacks) {
      if (stack.size() > SnapshotFormat.MAX_STACK_DEPTH) {
        throw new IllegalArgumentException("a stack of " + stack.size() + " frames");
      }
      pending.item().varint(tables.stack(stack));
      unwritten += stack.size();
      if (pending.full() || unwritten >= SnapshotFormat.BLOCK_BYTES) {
        flush(pending);
        unwritten = 0;
      }
    }
    flush(pending);
  }

  private void writeContainers(Snapshot snapshot) throws IOException {
    PendingBlock pending = new PendingBlock(SnapshotFormat.CONTAINERS);
    for (ContainerFacts container : snapshot.containers()) {
      for (GrowthSite site : container.growthSites()) {
        checkStack(site.stack(), snapshot);
      }
      ContainerCodec.write(container, payload, tables);
      sized(pending);
    }
    flush(pending);
  }

  private void writeInstances(Snapshot snapshot) throws IOException {
    PendingBlock pending = new PendingBlock(SnapshotFormat.INSTANCES);
    for (InstanceFacts instances : snapshot.instances()) {
      checkStack(instances.stack(), snapshot);
      InstanceCodec.write(instances, payload, tables);
      sized(pending);
    }
    flush(pending);
  }

  private void writeSurvivors(Snapshot snapshot) throws IOException {
    PendingBlock periods = new PendingBlock(SnapshotFormat.SURVIVOR_PERIODS);
    for (SurvivorPeriod period : snapshot.survivorPeriods()) {
      FactsCodec.write(period, periods.item());
    }
    flush(periods);
    PendingBlock pending = new PendingBlock(SnapshotFormat.SURVIVORS);
    for (Survivor survivor : snapshot.survivors()) {
      if (survivor.stack() != -1) {
        checkStack(survivor.stack(), snapshot);
      }
      FactsCodec.write(survivor, payload, tables);
      sized(pending);
    }
    flush(pending);
  }

  private void writeAllocations(Snapshot snapshot) throws IOException {
    AllocationFacts facts = snapshot.allocations();
    if (facts == null) {
      return;
    }
    AllocationCodec.write(facts, payload);
    block(SnapshotFormat.ALLOCATIONS);
    PendingBlock pending = new PendingBlock(SnapshotFormat.ALLOCATION_TRACES);
    for (AllocationTrace trace : facts.traces()) {
      checkStack(trace.stack(), snapshot);
      AllocationCodec.write(trace, payload, tables);
      sized(pending);
    }
    flush(pending);
  }

  private static void checkStack(int stack, Snapshot snapshot) {
    if (stack < 0 || stack >= snapshot.stacks().size()) {
      throw new IllegalArgumentException("no stack " + stack);
    }
  }

  /** Moves the payload into an item behind its length, so that a later version can extend it. */
  private void sized(PendingBlock pending) throws IOException {
    ByteSink item = pending.item();
    item.varint(payload.size());
    item.raw(payload);
    payload.clear();
    if (pending.full()) {
      flush(pending);
    }
  }

  private void flush(PendingBlock pending) throws IOException {
    tables.flush(blocks);
    pending.flush(blocks);
  }

  private void block(int id) throws IOException {
    tables.flush(blocks);
    blocks.block(id, payload);
  }
}
