package dev.heapdrift.agent;

import dev.heapdrift.agent.alloc.Tracing;
import dev.heapdrift.agent.heap.DeepBytes;
import dev.heapdrift.agent.heap.FieldLayouts;
import dev.heapdrift.agent.heap.FieldNames;
import dev.heapdrift.agent.heap.Heap;
import dev.heapdrift.agent.instances.InstanceRegistry;
import dev.heapdrift.agent.options.AgentOptions;
import dev.heapdrift.agent.registry.ContainerRegistry;
import dev.heapdrift.agent.registry.Now;
import dev.heapdrift.agent.survivors.Survivors;
import dev.heapdrift.agent.work.ApiCounters;
import dev.heapdrift.agent.work.WorkCounter;
import dev.heapdrift.hooks.Door;
import dev.heapdrift.snapshot.Drop;
import dev.heapdrift.snapshot.JvmFacts;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;

/**
 * All that looks into a JVM while it is watched, and what each has seen there so far. Agent thread
 * only.
 *
 * @param names fields of the application's classes, as these loaded
 * @param containers collections and arrays that have grown
 * @param instances threads, class loaders, buffers, things to be closed
 * @param tracing allocations
 * @param pursuit who holds all this, and which lines fill it
 * @param survivors objects that outlive their fellows
 * @param work what the application does, by its own count
 * @param sizes measures what somebody asks about
 */
record Recorders(
    FieldNames names,
    ContainerRegistry containers,
    InstanceRegistry instances,
    Tracing tracing,
    Pursuit pursuit,
    Survivors survivors,
    WorkCounter work,
    DeepBytes sizes)
    implements AutoCloseable {

  /** Libraries, histograms, the door's rings: what is added to the heap of an idle program. */
  private static final long BASE_BYTES = 4L << 20;

  /** More containers than can be admitted in a second: numbers are not used twice in a JVM. */
  private static final long NUMBERS_PER_SECOND = 1 << 14;

  /**
   * Begins to look.
   *
   * @param jvm which JVM this is
   * @param now numbers of containers follow from it
   * @param hurry whether somebody waits for the agent
   * @param counters what the API has counted
   */
  static Recorders open(
      Installation installation,
      JvmFacts jvm,
      Now now,
      BooleanSupplier hurry,
      ApiCounters counters,
      Logger log)
      throws ReflectiveOperationException {
    AgentOptions options = installation.options();
    Instrumentation instrumentation = installation.instrumentation();
    Tracing tracing = installation.tracing();
    Heap heap = Heap.open();
    FieldLayouts layouts = new FieldLayouts(heap, installation.fieldNames());
    ContainerRegistry containers =
        new ContainerRegistry(
            heap,
            layouts,
            instrumentation::getObjectSize,
            options.maxContainers(),
            options.frames());
    containers.numberFrom(now.uptimeMillis() / 1000 * NUMBERS_PER_SECOND);
    InstanceRegistry instances =
        new InstanceRegistry(heap, options.maxInstances(), options.frames());
    BooleanSupplier haste = () -> hurry.getAsBoolean() || tracing.pressed();
    return new Recorders(
        installation.fieldNames(),
        containers,
        instances,
        tracing,
        new Pursuit(installation, heap, layouts, containers, instances, haste, log),
        new Survivors(
            options.survivorsMillis(), options.frames(), jvm, instrumentation, layouts, log),
        new WorkCounter(options.work(), counters, log),
        new DeepBytes(heap, layouts, instrumentation::getObjectSize));
  }

  /** Takes in what the hooks have handed to the door. */
  void drain(Now now) {
    for (int i = 0; i < Door.ringSize(); i++) {
      Door.Growth event = Door.take(i);
      if (event != null) {
        containers.observe(event, now);
      }
    }
    containers.sweep();
    instances.drain(now);
    instances.sweep(now);
  }

  /** Reads sizes, counts what is alive, and how much work was done. */
  void read(Now now) {
    pursuit.noteUse(now);
    containers.readSizes(now);
    instances.count(now);
    work.read(now);
  }

  /** Looks at what survives. */
  void lookAtSurvivors(Now now) {
    if (survivors.step(now)) {
      tracing.survived(survivors.samples());
    }
    tracing.recorded(survivors.watching());
  }

  /**
   * Heap that the agent holds, about: what it takes before it has seen anything, and of its tables
   * the number of entries times what one takes. To measure it exactly would take a walk through all
   * of them. What it needs for a moment, for a walk or a snapshot, is not in it.
   */
  long bytes() {
    return BASE_BYTES
        + containers.bytes()
        + instances.bytes()
        + tracing.bytes()
        + names.usedBytes();
  }

  /** What was given up for want of room. */
  List<Drop> drops() {
    List<Drop> all = new ArrayList<>(containers.drops());
    all.addAll(pursuit.drops());
    all.addAll(instances.drops());
    all.add(new Drop("door-captures", Door.dropped()));
    all.add(new Drop(FieldNames.BOUND, names.dropped()));
    all.add(new Drop("door-failures", Door.failed()));
    all.addAll(tracing.drops());
    return all;
  }

  /** What could not be observed, one sentence each. */
  Stream<String> notSeen() {
    return Stream.of(pursuit.notSeen(), instances.notSeen(), survivors.notSeen(), work.notSeen())
        .flatMap(List::stream);
  }

  @Override
  public void close() {
    work.close();
    survivors.close();
    pursuit.close();
  }
}
