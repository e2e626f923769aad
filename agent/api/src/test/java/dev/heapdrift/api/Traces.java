package dev.heapdrift.api;

import dev.heapdrift.snapshot.AgentFacts;
import dev.heapdrift.snapshot.AllocationFacts;
import dev.heapdrift.snapshot.AllocationTrace;
import dev.heapdrift.snapshot.CaptureFacts;
import dev.heapdrift.snapshot.CaptureFacts.Trigger;
import dev.heapdrift.snapshot.Estimate;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.JvmFacts;
import dev.heapdrift.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Builds snapshots of a shop that allocates. */
final class Traces {

  private final List<List<Frame>> stacks = new ArrayList<>();
  private final List<AllocationTrace> traces = new ArrayList<>();

  /** Objects of 100 bytes, allocated at that line of {@code Orders.java}. */
  Traces at(int line, long live, long peak) {
    Frame orders = new Frame("com.app.Orders", "find", "Orders.java", line);
    Frame main = new Frame("com.app.Main", "main", "Main.java", 9);
    stacks.add(List.of(orders, main));
    traces.add(
        new AllocationTrace(
            stacks.size() - 1,
            7,
            "com.app.Order",
            objects(live),
            Estimate.NOTHING,
            objects(Math.max(live, peak) + 1),
            objects(peak),
            List.of(live),
            1,
            2));
    return this;
  }

  AllocationSnapshot snapshot() {
    return new AllocationSnapshot(
        withoutAllocations()
            .withAllocations(new AllocationFacts(2, 1, 0, 0, 0, 0, 0, 0, 0, traces)));
  }

  /** As the agent writes it at level {@code watch}. */
  Snapshot withoutAllocations() {
    return new Snapshot(
        new JvmFacts("a1", 1, "17.0.15", "OpenJDK", "G1", 1L << 30, 2),
        new CaptureFacts(1, Trigger.REQUEST, 1_000, 1 << 20, 1 << 19, 3),
        new AgentFacts("1", "watch", 10, Map.of()),
        stacks,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Estimate objects(long count) {
    return Estimate.counted(100 * count, count);
  }
}
