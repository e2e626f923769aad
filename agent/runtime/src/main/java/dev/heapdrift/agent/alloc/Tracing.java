package dev.heapdrift.agent.alloc;

import dev.heapdrift.agent.alloc.StackTable.Scope;
import dev.heapdrift.agent.alloc.hook.AllocationHooks;
import dev.heapdrift.agent.heap.Heap;
import dev.heapdrift.agent.options.AgentOptions;
import dev.heapdrift.agent.options.Level;
import dev.heapdrift.agent.options.TracingOptions;
import dev.heapdrift.agent.registry.Now;
import dev.heapdrift.agent.survivors.SurvivorSample;
import dev.heapdrift.hooks.Allocations;
import dev.heapdrift.hooks.Door;
import dev.heapdrift.snapshot.AllocationFacts;
import dev.heapdrift.snapshot.Drop;
import dev.heapdrift.snapshot.Frame;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * Traces allocations: nothing until {@link #level}, which premain and a change of the level call,
 * or {@link #start}, which the API may call at any time. {@link #pressed} may be asked on any
 * thread; all else belongs to the thread that runs premain, then to the agent's.
 */
public final class Tracing implements AutoCloseable {

  /** Frames kept of a sampled allocation's stack, which is walked anyway. */
  private static final int SAMPLED_FRAMES = 32;

  /** One part in so many of the heap may hold references to traced objects. */
  private static final int HEAP_SHARE = 4;

  /** How often the policy looks at the sites, in ms. */
  private static final long REVIEW_MILLIS = 500;

  /**
   * Hooks whose sites allocate less than so many bytes a second are not worth a change, which costs
   * a busy program seconds: with objects of 50 bytes they are called 335,000 times a second.
   */
  private static final long WORTH_BYTES = 16L << 20;

  private final Instrumentation jvm;
  private final AgentOptions options;
  private final Predicate<ClassLoader> seesDoor;
  private final Predicate<Class<?>> initialized;
  private final Heap heap = Heap.open();
  private final SiteTable sites = new SiteTable(Allocations.sites());
  private final Application application;
  private RetirePolicy policy = new RetirePolicy(sites);
  private ChangePace pace = new ChangePace();
  private Level level = Level.WATCH;
  private AllocationHooks hooks;
  private volatile Recording recording;
  private boolean recorded;
  private boolean comeBack;
  private boolean hooksWaiting;
  private long reviewedMillis;

  /**
   * Prepares to trace; nothing is hooked yet.
   *
   * @param seesDoor whether classes of a loader can call the door
   * @param initialized whether a class is: retransforming another one would link it
   */
  public Tracing(
      Instrumentation jvm,
      AgentOptions options,
      Predicate<ClassLoader> seesDoor,
      Predicate<Class<?>> initialized) {
    this.jvm = jvm;
    this.options = options;
    this.seesDoor = seesDoor;
    this.initialized = initialized;
    this.application = new Application(options);
  }

  /** Whether allocations are traced at present. */
  public boolean active() {
    return recording != null;
  }

  /** Frames kept of a stack, now or when tracing starts. */
  public int frames() {
    Recording now = recording;
    return now == null ? limits(0).frames() : now.limits().frames();
  }

  /**
   * Starts tracing: at level sample by samples, else every allocation. Hooks what is loaded before
   * it returns. Does nothing while tracing.
   *
   * @param frames frames kept of a stack; 0 for what the options say
   */
  public void start(int frames) {
    if (active()) {
      return;
    }
    Limits limits = limits(frames);
    rehearse(limits);
    policy = new RetirePolicy(sites);
    pace = new ChangePace();
    if (hooks == null) {
      hooks = AllocationHooks.install(jvm, sites, application, seesDoor, initialized);
      hooks.all();
    } else {
      hooks.set(policy.retired()); // none yet: what was retired before the pause comes back
      hooksWaiting = true;
    }
    record(limits);
  }

  /**
   * Traces as {@code next} wants it: samples, every allocation, or nothing. What was traced before
   * is forgotten, for the levels count differently. Hooks what is loaded before it returns.
   */
  public void level(Level next) {
    stop();
    level = next;
    if (next == Level.SAMPLE || next == Level.EXACT) {
      start(0);
    }
  }

  /** Stops tracing and forgets all traces, but leaves the hooks in: the next start is quick. */
  public void pause() {
    Allocations.recorder(null);
    recording = null;
  }

  /** Stops tracing, forgets all traces and takes all hooks out. */
  public void stop() {
    pause();
    if (hooks != null) {
      hooks.close();
      hooks = null;
      hooksWaiting = false;
      Allocations.sites(sites.size());
    }
  }

  /** Forgets all traces; tracing goes on. */
  public void clear() {
    if (active()) {
      record(recording.limits());
    }
  }

  /**
   * Takes up what was made, finds the dead, retires and revives hooks.
   *
   * @param clock tells the time
   */
  public void step(Supplier<Now> clock) {
    Recording current = recording;
    if (current != null) {
      current.step(clock);
      if (!current.limits().exact()) {
        adapt(current, clock.get());
      }
    }
  }

  /**
   * Says whether the flight recorder is watching what sites without a hook make; then {@link
   * #survived} tells of it.
   */
  public void recorded(boolean is) {
    recorded = is;
  }

  /** What the flight recorder has found alive: a retired site that made it gets its hook back. */
  public void survived(List<SurvivorSample> samples) {
    comeBack |= policy.revive(new Survivals(samples));
  }

  /** Live traced bytes and their peak, as of now. */
  public long[] memory(Now now) {
    if (!active()) {
      return new long[2];
    }
    recording.settle(now);
    Ledger ledger = recording.ledger();
    return new long[] {Math.round(ledger.tracedBytes()), Math.round(ledger.peakBytes())};
  }

  /** From now on the peak is what is live now. */
  public void resetPeak(Now now) {
    if (active()) {
      recording.settle(now);
      recording.ledger().resetPeak(now);
    }
  }

  /** Bytes the tracer itself uses, about. */
  public long bytes() {
    return active() ? recording.bytes() + 64L * sites.count() : 0;
  }

  /**
   * Where an object was made.
   *
   * @return the stack's total frames, then its frames from the most recent, each as class, method,
   *     file and line between tabs; null when the object is not traced
   */
  public String[] traceback(Object object, Now now) {
    StackTable.Named stack = active() ? recording.tracebackOf(object, now) : null;
    if (stack == null) {
      return null;
    }
    List<String> lines = new ArrayList<>();
    lines.add(Integer.toString(stack.total()));
    for (Frame frame : stack.frames()) {
      String file = frame.fileName() == null ? "" : frame.fileName();
      lines.add(
          String.join(
              "\t", frame.className(), frame.methodName(), file, Integer.toString(frame.line())));
    }
    return lines.toArray(new String[0]);
  }

  /**
   * The newest live objects of one class that were made with one stack; for a moment they are held.
   *
   * @param type class as printed
   * @param frames the frames that are kept of the stack
   * @param limit how many at most
   */
  public List<Object> newest(String type, List<Frame> frames, int limit, Now now) {
    return active() ? recording.newest(type, frames, limit, now) : List.of();
  }

  /**
   * What a snapshot says; null when nothing is traced.
   *
   * @param index number of some frames in the snapshot
   */
  public AllocationFacts facts(Now now, ToIntFunction<List<Frame>> index) {
    Recording current = recording;
    int retired = hooks == null ? 0 : hooks.retired();
    return current == null ? null : current.facts(now, index, sites.count() - retired, retired);
  }

  /** Whether application threads soon find no room for what they make; any thread. */
  public boolean pressed() {
    Recording current = recording;
    return current != null && current.pressed();
  }

  /** What was given up for want of room. */
  public List<Drop> drops() {
    List<Drop> all = new ArrayList<>();
    if (active()) {
      all.addAll(recording.drops());
      all.add(new Drop(SiteTable.BOUND, sites.refused()));
      all.add(new Drop("allocation-failures", Allocations.failed()));
    }
    return all;
  }

  /** What is not traced though it should be, one sentence each. */
  public List<String> notSeen() {
    return hooks == null ? List.of() : hooks.notSeen();
  }

  @Override
  public void close() {
    stop();
  }

  private void record(Limits limits) {
    recording = recording(limits);
    Allocations.recorder(recording.recorder());
  }

  private Recording recording(Limits limits) {
    Scope scope = new Scope(application, options.include().isEmpty());
    return new Recording(jvm, heap, sites, scope, limits, policy);
  }

  private Limits limits(int frames) {
    TracingOptions t = options.tracing();
    boolean sampled = level == Level.SAMPLE;
    int asked = frames > 0 ? frames : t.frames();
    int kept = asked > 0 ? asked : sampled ? SAMPLED_FRAMES : 1;
    long interval = sampled ? t.sampleInterval() : Limits.EVERYTHING;
    long seed = t.seed() != 0 ? t.seed() : System.nanoTime();
    long room = Runtime.getRuntime().maxMemory() / HEAP_SHARE / Ledger.BYTES_EACH;
    return new Limits(kept, interval, t.maxTraces(), Math.min(room, t.maxLive()), seed);
  }

  /** Loads and links, on this thread, all that a hooked thread will run. */
  private void rehearse(Limits limits) {
    boolean inside = !Door.enter();
    Door.exit(); // as a hooked thread is: outside
    try {
      Rehearsal.run(recording(limits).recorder(), sites);
    } finally {
      if (inside) {
        Door.enter();
      }
    }
  }

  private void adapt(Recording current, Now now) {
    if (now.uptimeMillis() - reviewedMillis >= REVIEW_MILLIS) {
      reviewedMillis = now.uptimeMillis();
      if (policy.review(current.ledger(), now, recorded)) {
        pace.restart(now.uptimeMillis());
        comeBack = true;
      }
      changeHooks(now, current.limits().intervalBytes());
    }
    if (hooksWaiting) {
      current.resolveStacks(); // a retransformed class no longer knows the lines of its old code
      hooksWaiting = hooks.step();
    }
  }

  /** Begins a round of changes when one is due and the last one has ended. */
  private void changeHooks(Now now, long intervalBytes) {
    boolean worth = policy.gain(now) * intervalBytes >= WORTH_BYTES;
    boolean due = comeBack || (pace.allows(now.uptimeMillis()) && worth);
    if (!hooksWaiting && due) {
      policy.change(now, recorded);
      hooks.set(policy.retired());
      pace.spent(now.uptimeMillis());
      comeBack = false;
      hooksWaiting = true;
    }
  }
}
