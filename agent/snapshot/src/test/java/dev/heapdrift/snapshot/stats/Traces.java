package dev.heapdrift.snapshot.stats;

import dev.heapdrift.snapshot.AgentFacts;
import dev.heapdrift.snapshot.AllocationFacts;
import dev.heapdrift.snapshot.AllocationTrace;
import dev.heapdrift.snapshot.CaptureFacts;
import dev.heapdrift.snapshot.Estimate;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.JvmFacts;
import dev.heapdrift.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Builds a snapshot trace by trace. */
final class Traces {
  static final Frame PUT = frame("java.util.HashMap", "put", "HashMap.java", 610);
  static final Frame FIND = frame("com.app.Orders", "find", "Orders.java", 42);
  static final Frame LOAD = frame("com.app.Orders", "load", "Orders.java", 50);
  static final Frame PAY = frame("com.shop.Checkout$Step", "pay", "Checkout.java", 9);

  private final int frames;
  private final List<List<Frame>> stacks = new ArrayList<>();
  private final List<AllocationTrace> traces = new ArrayList<>();

  private Traces(int frames) {
    this.frames = frames;
  }

  /** A tracer that keeps so many frames. */
  static Traces keeping(int frames) {
    return new Traces(frames);
  }

  static Frame frame(String className, String method, String file, int line) {
    return new Frame(className, method, file, line);
  }

  /** Live objects that were counted. */
  Traces counted(long bytes, long count, Frame... stack) {
    return add("byte[]", Estimate.counted(bytes, count), Estimate.NOTHING, stack);
  }

  /** Live objects of a class, of which some are untested. */
  Traces add(String type, Estimate live, Estimate untested, Frame... stack) {
    return add(type, live, untested, live.plus(live), stack);
  }

  /** The same with all that were ever allocated. */
  Traces add(String type, Estimate live, Estimate untested, Estimate allocated, Frame... stack) {
    stacks.add(List.of(stack));
    traces.add(
        new AllocationTrace(
            stacks.size() - 1,
            stack.length + 3,
            type,
            live,
            untested,
            allocated,
            Estimate.counted(7, 1),
            List.of(),
            -1,
            -1));
    return this;
  }

  Snapshot build() {
    return new Snapshot(
            new JvmFacts("t3x1-2s", 0, "17.0.15", "OpenJDK", "G1", 1L << 29, 2),
            new CaptureFacts(1, CaptureFacts.Trigger.REQUEST, 1000, 1, 1, 1),
            new AgentFacts("0.1.0", "exact", 0, Map.of()),
            stacks,
            List.of(),
            List.of(),
            List.of(),
            List.of())
        .withAllocations(new AllocationFacts(frames, 1, 0, 0, 0, 0, 0, 0, 0, traces));
  }
}
