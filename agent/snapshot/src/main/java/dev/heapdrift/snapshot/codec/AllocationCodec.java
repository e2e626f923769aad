package dev.heapdrift.snapshot.codec;

import dev.heapdrift.snapshot.AllocationFacts;
import dev.heapdrift.snapshot.AllocationTrace;
import dev.heapdrift.snapshot.Estimate;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes and reads what the tracer of allocations knows: its own facts, and traces, of which there
 * may be a hundred thousand. Hence the three forms of an {@link Estimate}: where all is counted,
 * its errors take no room.
 */
final class AllocationCodec {
  private static final int NOTHING = 0;
  private static final int COUNTED = 1;
  private static final int ESTIMATED = 2;

  private AllocationCodec() {}

  /** Writes everything but the traces. */
  static void write(AllocationFacts facts, ByteSink out) {
    out.zigzag(facts.frames());
    out.zigzag(facts.intervalBytes());
    out.zigzag(facts.sinceMillis());
    out.zigzag(facts.tracedBytes());
    out.zigzag(facts.peakBytes());
    out.zigzag(facts.peakMillis());
    out.zigzag(facts.tracerBytes());
    out.zigzag(facts.hookedSites());
    out.zigzag(facts.retiredSites());
  }

  /** Reads facts, still without their traces. */
  static AllocationFacts read(ByteSource in) throws SnapshotFormatException {
    return new AllocationFacts(
        in.int32(),
        in.zigzag(),
        in.zigzag(),
        in.zigzag(),
        in.zigzag(),
        in.zigzag(),
        in.zigzag(),
        in.int32(),
        in.int32(),
        List.of());
  }

  static void write(AllocationTrace trace, ByteSink out, WriteTables tables) {
    out.varint(trace.stack());
    out.zigzag(trace.totalFrames());
    out.varint(tables.string(trace.type()));
    write(trace.live(), out);
    write(trace.untested(), out);
    write(trace.allocated(), out);
    write(trace.atPeak(), out);
    out.varint(trace.ages().size());
    for (long objects : trace.ages()) {
      out.zigzag(objects);
    }
    out.zigzag(trace.oldestMillis());
    out.zigzag(trace.newestMillis());
  }

  static AllocationTrace readTrace(ByteSource in, ReadTables tables)
      throws SnapshotFormatException {
    return new AllocationTrace(
        in.index(tables.stacks().size(), "a stack"),
        in.int32(),
        tables.string(in),
        readEstimate(in),
        readEstimate(in),
        readEstimate(in),
        readEstimate(in),
        readAges(in),
        in.zigzag(),
        in.zigzag());
  }

  private static void write(Estimate estimate, ByteSink out) {
    if (estimate.equals(Estimate.NOTHING)) {
      out.varint(NOTHING);
      return;
    }
    boolean counted = estimate.equals(Estimate.counted(estimate.bytes(), estimate.count()));
    out.varint(counted ? COUNTED : ESTIMATED);
    out.zigzag(estimate.bytes());
    out.zigzag(estimate.count());
    if (!counted) {
      out.float64(estimate.bytesError());
      out.float64(estimate.countError());
      out.zigzag(estimate.samples());
    }
  }

  private static Estimate readEstimate(ByteSource in) throws SnapshotFormatException {
    return switch (in.index(ESTIMATED + 1, "a form of estimate")) {
      case NOTHING -> Estimate.NOTHING;
      case COUNTED -> Estimate.counted(in.zigzag(), in.zigzag());
      default -> new Estimate(in.zigzag(), in.zigzag(), in.float64(), in.float64(), in.zigzag());
    };
  }

  private static List<Long> readAges(ByteSource in) throws SnapshotFormatException {
    int count = in.count();
    List<Long> ages = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      ages.add(in.zigzag());
    }
    return ages;
  }
}
