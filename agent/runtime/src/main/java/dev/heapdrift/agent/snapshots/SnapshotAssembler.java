package dev.heapdrift.agent.snapshots;

import dev.heapdrift.agent.alloc.Tracing;
import dev.heapdrift.agent.instances.InstanceRegistry;
import dev.heapdrift.agent.registry.ContainerRegistry;
import dev.heapdrift.agent.registry.Entry;
import dev.heapdrift.agent.registry.Now;
import dev.heapdrift.agent.registry.RegistryFacts;
import dev.heapdrift.agent.survivors.SurvivorSample;
import dev.heapdrift.agent.survivors.Survivors;
import dev.heapdrift.agent.work.WorkCounter;
import dev.heapdrift.agent.zoom.ZoomCounts;
import dev.heapdrift.snapshot.AgentFacts;
import dev.heapdrift.snapshot.AllocationFacts;
import dev.heapdrift.snapshot.CaptureFacts;
import dev.heapdrift.snapshot.Drop;
import dev.heapdrift.snapshot.JvmFacts;
import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.Survivor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Puts a snapshot together from all who know a part of it. Belongs to the agent's thread. */
public final class SnapshotAssembler {
  private final JvmFacts jvm;
  private final Supplier<AgentFacts> agent;
  private final GcClock clock;
  private final ContainerRegistry registry;
  private final InstanceRegistry instances;
  private final Tracing tracing;
  private final Survivors survivors;
  private final WorkCounter work;
  private final CostMeter costs;

  /**
   * Creates the assembler of one run.
   *
   * @param jvm this JVM
   * @param agent tells of this agent, whose level may change
   * @param clock tells the state of the heap
   * @param registry the containers
   * @param instances threads, class loaders, buffers, things to be closed
   * @param tracing the traces of allocations
   * @param survivors what has survived
   * @param work how much work was done
   * @param costs what the agent has spent
   */
  public SnapshotAssembler(
      JvmFacts jvm,
      Supplier<AgentFacts> agent,
      GcClock clock,
      ContainerRegistry registry,
      InstanceRegistry instances,
      Tracing tracing,
      Survivors survivors,
      WorkCounter work,
      CostMeter costs) {
    this.jvm = jvm;
    this.agent = agent;
    this.clock = clock;
    this.registry = registry;
    this.instances = instances;
    this.tracing = tracing;
    this.survivors = survivors;
    this.work = work;
    this.costs = costs;
  }

  /**
   * A snapshot of now.
   *
   * @param trigger why it is taken
   * @param sequence its number in the series
   * @param counted what the zoom has counted for a container
   * @param drops what was given up for want of room
   * @param notSeen what this run cannot observe, one sentence each
   */
  public Snapshot assemble(
      CaptureFacts.Trigger trigger,
      long sequence,
      Function<Entry, ZoomCounts> counted,
      List<Drop> drops,
      List<String> notSeen) {
    Now now = clock.now();
    RegistryFacts facts = registry.facts(now, counted);
    CaptureFacts capture =
        new CaptureFacts(
            sequence,
            trigger,
            now.uptimeMillis(),
            clock.heapUsedBytes(),
            clock.heapAfterGcBytes(),
            now.gcEpoch());
    StackTable stacks = new StackTable(facts.stacks());
    AllocationFacts allocations = tracing.facts(now, stacks::index);
    Snapshot taken =
        new Snapshot(
            jvm,
            capture,
            agent.get(),
            stacks.all(),
            facts.containers(),
            allocations,
            List.of(),
            List.of(),
            instances.facts(stacks::index),
            clock.history(),
            work.facts(),
            costs.facts(),
            drops,
            notSeen);
    return withSurvivors(taken, notSeen);
  }

  /**
   * The same snapshot with what is known of survivors now.
   *
   * @param taken a snapshot
   * @param notSeen what this run cannot observe, one sentence each
   */
  public Snapshot withSurvivors(Snapshot taken, List<String> notSeen) {
    StackTable stacks = new StackTable(taken.stacks());
    List<Survivor> survived = new ArrayList<>();
    for (SurvivorSample sample : survivors.samples()) {
      survived.add(survivor(sample, stacks));
    }
    return new Snapshot(
        taken.jvm(),
        taken.capture(),
        taken.agent(),
        stacks.all(),
        taken.containers(),
        taken.allocations(),
        survived,
        survivors.periods(),
        taken.instances(),
        taken.gcs(),
        taken.work(),
        taken.costs(),
        taken.drops(),
        notSeen);
  }

  private static Survivor survivor(SurvivorSample sample, StackTable stacks) {
    return new Survivor(
        sample.stack().isEmpty() ? -1 : stacks.index(sample.stack()),
        sample.type(),
        sample.allocatedMillis(),
        sample.bytes(),
        sample.elements(),
        sample.linked());
  }
}
