package dev.heapdrift.agent;

import dev.heapdrift.agent.Requests.Request;
import dev.heapdrift.agent.alloc.Tracing;
import dev.heapdrift.agent.control.Status;
import dev.heapdrift.agent.heap.DeepBytes;
import dev.heapdrift.agent.heap.FieldLayouts;
import dev.heapdrift.agent.heap.FieldNames;
import dev.heapdrift.agent.heap.Heap;
import dev.heapdrift.agent.instances.InstanceRegistry;
import dev.heapdrift.agent.log.AgentLog;
import dev.heapdrift.agent.options.AgentOptions;
import dev.heapdrift.agent.registry.ContainerRegistry;
import dev.heapdrift.agent.registry.Now;
import dev.heapdrift.agent.snapshots.CostMeter;
import dev.heapdrift.agent.snapshots.CostMeter.Activity;
import dev.heapdrift.agent.snapshots.GcClock;
import dev.heapdrift.agent.snapshots.HeapTrigger;
import dev.heapdrift.agent.snapshots.JvmFactsReader;
import dev.heapdrift.agent.snapshots.SnapshotAssembler;
import dev.heapdrift.agent.snapshots.SnapshotFolder;
import dev.heapdrift.agent.survivors.Survivors;
import dev.heapdrift.agent.work.ApiCounters;
import dev.heapdrift.agent.work.WorkCounter;
import dev.heapdrift.hooks.Door;
import dev.heapdrift.hooks.DoorInstances;
import dev.heapdrift.snapshot.CaptureFacts.Trigger;
import dev.heapdrift.snapshot.Drop;
import dev.heapdrift.snapshot.JvmFacts;
import dev.heapdrift.snapshot.Snapshot;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;

/**
 * Level {@code watch}, and what the others have on top: notice, read, find the owner, zoom, write.
 * The steps stand in {@link #steps} in the order in which they need each other. Agent thread only.
 */
final class Watch implements AutoCloseable {

  /** Sizes are read at the snapshot interval, but no more rarely than this, in ms. */
  private static final long READ_MILLIS = 10_000;

  /** Owners are sought, and zooms adjusted, at most this often, in ms. */
  private static final long PURSUE_MILLIS = 1000;

  /** Classes loaded before an attach are hooked in batches at most this often, in ms. */
  private static final long CATCH_UP_MILLIS = 10_000;

  /** The agent looks at its own cost at most this often, in ms. */
  private static final long GOVERN_MILLIS = 1000;

  /** A walk that took a second is not repeated for so many seconds: 2 % of one core. */
  private static final int WALK_COST_FACTOR = 50;

  /** A snapshot that took a second is not repeated for so many seconds. */
  private static final int SNAPSHOT_COST_FACTOR = 20;

  /** More containers than can be admitted in a second: numbers are not used twice in a JVM. */
  private static final long NUMBERS_PER_SECOND = 1 << 14;

  private final Installation installation;
  private final LevelSwitch levels;
  private final CostMeter meter = new CostMeter();
  private final GcClock clock;
  private final SnapshotFolder folder;
  private final AgentLog agentLog;
  private final Logger log;
  private final ContainerRegistry registry;
  private final InstanceRegistry instances;
  private final Pursuit pursuit;
  private final Tracing tracing;
  private final TracingVerbs verbs;
  private final OwnerVerbs owners;
  private final Survivors survivors;
  private final WorkCounter work;
  private final SnapshotAssembler assembler;
  private final Publisher publisher;
  private final Governor governor;
  private final HeapTrigger heapTrigger;
  private final AboutAgent about;
  private final Step drain = new Step(Activity.DRAIN, 0, 0, this::drain);
  private final Step trace = new Step(Activity.TRACE, 0, 0, this::trace);
  private final Step read;
  private final Step snapshot;
  private final Step heapSnapshot;
  private final List<Step> steps;

  Watch(Installation installation, BooleanSupplier hurry, ApiCounters counters, LevelSwitch levels)
      throws IOException, ReflectiveOperationException {
    this.installation = installation;
    this.levels = levels;
    meter.record(Activity.INSTALL, installation.nanos());
    AgentOptions options = installation.options();
    Instrumentation jvm = installation.instrumentation();
    clock = new GcClock(jvm);
    JvmFacts facts = JvmFactsReader.read();
    folder =
        SnapshotFolder.open(
            options.snapshots(), facts, options.maxSnapshots(), options.maxSnapshotBytes());
    agentLog = AgentLog.open(Path.of(options.snapshots()).toAbsolutePath());
    log = agentLog.logger();
    Heap heap = Heap.open();
    FieldLayouts layouts = new FieldLayouts(heap, installation.fieldNames());
    registry =
        new ContainerRegistry(
            heap, layouts, jvm::getObjectSize, options.maxContainers(), options.frames());
    registry.numberFrom(clock.now().uptimeMillis() / 1000 * NUMBERS_PER_SECOND);
    instances = new InstanceRegistry(heap, options.maxInstances(), options.frames());
    tracing = installation.tracing();
    verbs = new TracingVerbs(tracing, jvm, new DeepBytes(heap, layouts, jvm::getObjectSize));
    BooleanSupplier haste = () -> hurry.getAsBoolean() || tracing.pressed();
    pursuit = new Pursuit(installation, heap, layouts, registry, instances, haste, log);
    owners = new OwnerVerbs(tracing, pursuit::findNow);
    survivors =
        new Survivors(
            options.survivorsMillis(),
            options.frames(),
            facts,
            jvm::getAllLoadedClasses,
            layouts,
            log);
    work = new WorkCounter(options.work(), counters, log);
    OwnMemory memory = new OwnMemory(registry, instances, tracing, installation.fieldNames());
    about = new AboutAgent(installation, levels, clock, meter, memory);
    assembler =
        new SnapshotAssembler(
            facts, about::facts, clock, registry, instances, tracing, survivors, work, meter);
    long interval = options.intervalMillis();
    read = new Step(Activity.READ, readPeriod(interval), 0, this::read);
    publisher = new Publisher(folder, options.unattended(), this::assemble, log);
    governor = new Governor(options.unattended(), levels, memory, publisher);
    heapTrigger = new HeapTrigger(options.unattended().heapTrigger(), facts.maxHeapBytes());
    snapshot = new Step(Activity.SNAPSHOT, interval, SNAPSHOT_COST_FACTOR, this::snapshotOnTime);
    heapSnapshot = new Step(Activity.SNAPSHOT, 0, SNAPSHOT_COST_FACTOR, this::heapFillsUp);
    steps =
        List.of(
            drain,
            trace,
            read,
            new Step(Activity.CATCH_UP, CATCH_UP_MILLIS, 0, installation.loadedBefore()::step),
            new Step(Activity.LOOK_BACK, PURSUE_MILLIS, WALK_COST_FACTOR, this::lookBack),
            new Step(Activity.WALK, PURSUE_MILLIS, WALK_COST_FACTOR, this::findOwners),
            new Step(Activity.ZOOM, PURSUE_MILLIS, 0, this::zoom),
            new Step(Activity.SURVIVORS, PURSUE_MILLIS, 0, this::survivors),
            snapshot,
            heapSnapshot,
            new Step(Activity.GOVERN, GOVERN_MILLIS, 0, this::govern));
    levels.drives(tracing, log);
    log.info("watching JVM {}, options {}", facts.startId(), about.optionsInForce());
  }

  /** How the agent is doing. */
  Status status() {
    return about.status(registry.size(), instances.size(), folder.newest(), drops(), notSeen());
  }

  private List<Drop> drops() {
    List<Drop> all = new ArrayList<>(pursuit.drops());
    all.addAll(instances.drops());
    all.add(new Drop("door-captures", Door.dropped()));
    all.add(new Drop(FieldNames.BOUND, installation.fieldNames().dropped()));
    all.add(new Drop("door-failures", Door.failed()));
    all.addAll(tracing.drops());
    return all;
  }

  private static long readPeriod(long interval) {
    return interval == 0 ? READ_MILLIS : Math.min(interval, READ_MILLIS);
  }

  /** Does what is due. */
  void tick() {
    Door.refill(AgentLoop.CAPTURES_PER_TICK);
    DoorInstances.refill(AgentLoop.INSTANCES_PER_TICK, AgentLoop.INSTANCES_SAVED);
    long uptime = clock.now().uptimeMillis();
    for (Step step : steps) {
      if (isOn(step)) {
        step.runIfDue(uptime, meter, log);
      }
    }
  }

  private boolean isOn(Step step) {
    if (step == heapSnapshot) {
      return heapTrigger.fires(clock.heapHeldBytes());
    }
    return step != snapshot || installation.options().intervalMillis() > 0;
  }

  /** Tells how late a tick came: what the machine, or a pause of the JVM, made us wait. */
  void woke(long lateNanos) {
    meter.record(Activity.LATENESS, Math.max(0, lateNanos));
  }

  /** What somebody waits for, or an error in one line. */
  Object answer(Request request) {
    try {
      return switch (request.verb()) {
        case Requests.SNAPSHOT -> {
          catchUp();
          yield publisher.write((String) request.argument()).toString();
        }
        case Requests.SNAPSHOT_AFTER_GC -> {
          collect();
          catchUp();
          yield publisher.write((String) request.argument()).toString();
        }
        case Requests.STATUS -> status().text();
        case Requests.EXIT -> {
          catchUp();
          pursuit.lastLook(clock.now());
          yield publisher.writeLast(this::withLastSurvivors).toString();
        }
        case "snapshot.bytes" -> {
          catchUp();
          yield publisher.bytes();
        }
        case "owner.object" -> owners.ofObject(request.argument());
        case "owner.trace" -> owners.ofTrace((String[]) request.argument(), clock.now());
        default -> verbs.answer(request.verb(), request.argument(), clock.now());
      };
    } catch (IOException | RuntimeException | LinkageError e) {
      log.warn("no answer to {}", request.verb(), e);
      return "error: " + OneLine.of(e);
    }
  }

  private void collect() throws IOException {
    long before = clock.now().gcEpoch();
    System.gc();
    if (clock.now().gcEpoch() == before) {
      throw new IOException("this JVM does not collect on request (-XX:+DisableExplicitGC)");
    }
  }

  private void catchUp() {
    drain.run(meter, log);
    read.run(meter, log);
  }

  private void drain() {
    Now now = clock.now();
    for (int i = 0; i < Door.ringSize(); i++) {
      Door.Growth event = Door.take(i);
      if (event != null) {
        registry.observe(event, now);
      }
    }
    registry.sweep();
    instances.drain(now);
    instances.sweep(now);
  }

  private void trace() {
    tracing.step(clock::now);
  }

  private void read() {
    Now now = clock.now();
    pursuit.noteUse(now);
    registry.readSizes(now);
    instances.count(now);
    work.read(now);
  }

  private void lookBack() {
    pursuit.lookBack(clock.now());
  }

  private void findOwners() {
    pursuit.findOwners(clock.now());
  }

  private void zoom() {
    pursuit.zoom(clock.now());
  }

  private void survivors() {
    survivors.step(clock.now());
  }

  private void govern() {
    governor.look(clock.now().uptimeMillis());
  }

  private void snapshotOnTime() {
    publisher.publish(Trigger.INTERVAL);
  }

  private void heapFillsUp() {
    catchUp();
    publisher.publish(Trigger.HEAP);
  }

  /** Null when the recorder of survivors has nothing to add. */
  private Snapshot withLastSurvivors(Snapshot taken) {
    return survivors.atExit(clock.now()) ? assembler.withSurvivors(taken, notSeen()) : null;
  }

  private Snapshot assemble(Trigger trigger) {
    return assembler.assemble(trigger, folder.nextSequence(), pursuit::counted, drops(), notSeen());
  }

  private List<String> notSeen() {
    Stream<String> complaints = steps.stream().map(Step::complaint).filter(Objects::nonNull);
    return Stream.of(
            installation.notSeen().stream(),
            pursuit.notSeen().stream(),
            instances.notSeen().stream(),
            survivors.notSeen().stream(),
            work.notSeen().stream(),
            clock.notSeen().stream(),
            publisher.notSeen().stream(),
            levels.notSeen().stream(),
            complaints)
        .flatMap(all -> all)
        .toList();
  }

  @Override
  public void close() {
    levels.drives(null, null);
    work.close();
    survivors.close();
    pursuit.close();
    agentLog.close();
  }
}
