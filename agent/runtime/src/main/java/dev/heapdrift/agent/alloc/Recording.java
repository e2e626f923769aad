package dev.heapdrift.agent.alloc;

import dev.heapdrift.agent.alloc.StackTable.Scope;
import dev.heapdrift.agent.heap.Heap;
import dev.heapdrift.agent.registry.Now;
import dev.heapdrift.hooks.Allocations;
import dev.heapdrift.snapshot.AllocationFacts;
import dev.heapdrift.snapshot.Drop;
import dev.heapdrift.snapshot.Frame;
import java.lang.instrument.Instrumentation;
import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * Tracing from its start, or from when traces were cleared, to its end: the recorder that
 * application threads call, and the ledger behind it. A new one begins with nothing.
 *
 * <p>Made on any thread before the recorder is published; then the agent's thread only.
 */
final class Recording {

  /** One part in so many of the room may be taken by what waits for a collection. */
  private static final int CROWDED = 4;

  private final Limits limits;
  private final EdenFiller filler = new EdenFiller();
  private final StackTable stacks;
  private final TraceTable traces;
  private final Intake intake;
  private final Ledger ledger;
  private final Allocations.Recorder recorder;
  private long sinceMillis = -1;

  Recording(
      Instrumentation jvm,
      Heap heap,
      SiteTable sites,
      Scope scope,
      Limits limits,
      Ledger.Watcher watcher) {
    this.limits = limits;
    this.stacks =
        new StackTable(
            heap,
            sites,
            limits,
            scope,
            Allocations.class,
            Tracer.class,
            limits.exact() ? ExactRecorder.class : SampledRecorder.class);
    this.traces = new TraceTable(limits.maxTraces());
    this.intake = new Intake(heap, Runtime.getRuntime().availableProcessors());
    this.intake.room(limits.maxLive());
    this.ledger = new Ledger(traces, limits.intervalBytes(), watcher);
    Tracer tracer = new Tracer(jvm, sites, stacks, traces, limits);
    this.recorder =
        limits.exact()
            ? new ExactRecorder(tracer, intake)
            : new SampledRecorder(tracer, intake, limits);
  }

  /** What the door is to call. */
  Allocations.Recorder recorder() {
    return recorder;
  }

  Limits limits() {
    return limits;
  }

  Ledger ledger() {
    return ledger;
  }

  /**
   * Takes up what was made, and finds the dead after a collection; brings one about when what waits
   * for it takes too much room.
   */
  void step(Supplier<Now> clock) {
    step(clock.get());
    if (limits.exact() && ledger.untested() > limits.maxLive() / CROWDED) {
      step(filler.fill(clock));
    }
  }

  private void step(Now now) {
    if (sinceMillis < 0) {
      sinceMillis = now.uptimeMillis();
    }
    stacks.resolve();
    ledger.take(intake, now);
    ledger.sweep(now, /* all= */ false);
    intake.room(limits.maxLive() - ledger.references());
  }

  /** As {@link #step}, to the last object. */
  void settle(Now now) {
    step(now);
    ledger.sweep(now, /* all= */ true);
  }

  /** Names the stacks captured so far, as long as the JVM still knows their lines. */
  void resolveStacks() {
    stacks.resolve();
  }

  /** Whether application threads wait, or soon will, for the agent to take up what they made. */
  boolean pressed() {
    return intake.held() > limits.maxLive() / 4;
  }

  /** Where an object was made: its frames, or null when it is not traced. */
  StackTable.Named tracebackOf(Object object, Now now) {
    settle(now);
    Trace trace = ledger.traceOf(object);
    stacks.resolve();
    return trace == null ? null : stacks.named(trace.stack());
  }

  /** The newest live objects of one class and stack. */
  List<Object> newest(String type, List<Frame> frames, int limit, Now now) {
    settle(now);
    stacks.resolve();
    BitSet such = new BitSet();
    for (Account account : ledger.accounts()) {
      Trace trace = account.trace();
      StackTable.Named stack = trace.type().equals(type) ? stacks.named(trace.stack()) : null;
      if (stack != null && FrameNames.same(stack.frames(), frames)) {
        such.set(trace.id());
      }
    }
    return ledger.newest(such, limit);
  }

  /**
   * What a snapshot says.
   *
   * @param index number of some frames in the snapshot
   * @param hooked sites that are hooked now
   * @param retired sites whose hook is out
   */
  AllocationFacts facts(Now now, ToIntFunction<List<Frame>> index, int hooked, int retired) {
    settle(now);
    ledger.census(now);
    stacks.resolve();
    return new AllocationFacts(
        limits.frames(),
        limits.intervalBytes(),
        sinceMillis,
        Math.round(ledger.tracedBytes()),
        Math.round(ledger.peakBytes()),
        ledger.peakMillis(),
        bytes(),
        hooked,
        retired,
        TraceFacts.of(ledger.accounts(), stacks, index));
  }

  /** Bytes the tracer uses itself, about. */
  long bytes() {
    return ledger.bytes() + 4 * intake.held() + traces.bytes() + stacks.bytes();
  }

  /** What was given up for want of room. */
  List<Drop> drops() {
    return List.of(
        new Drop("max-live", intake.dropped()),
        new Drop("max-traces", traces.dropped() + stacks.dropped()));
  }
}
