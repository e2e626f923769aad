package dev.heapdrift.snapshot;

import java.util.List;

/**
 * One look at a running JVM.
 *
 * @param jvm which JVM; snapshots of one series share {@link JvmFacts#startId()}
 * @param capture when and why it was taken, and the state of the heap then
 * @param agent which agent, at what level, with which options
 * @param stacks stacks, most recent frame first; containers, traces and survivors refer to them by
 *     index
 * @param containers the registered containers, in order of their ids
 * @param allocations what the tracer of allocations knows, or null at level {@code watch}
 * @param survivors objects sampled by JFR that were alive when it was last asked of their period
 * @param survivorPeriods the times for which JFR sampled, oldest first, each behind the one before;
 *     empty when it was never asked
 * @param instances threads, class loaders, buffers and things to be closed, by the place that makes
 *     them
 * @param gcs the last collections, oldest first, at most 512
 * @param work how much work was done, or null where nothing counts it
 * @param costs what the agent itself spent, by activity
 * @param drops what was given up for want of room, by the option that raises the bound
 * @param notSeen one sentence for each thing this run could not observe, with its reason
 */
public record Snapshot(
    JvmFacts jvm,
    CaptureFacts capture,
    AgentFacts agent,
    List<List<Frame>> stacks,
    List<ContainerFacts> containers,
    AllocationFacts allocations,
    List<Survivor> survivors,
    List<SurvivorPeriod> survivorPeriods,
    List<InstanceFacts> instances,
    List<GcFacts> gcs,
    WorkFacts work,
    List<CostFacts> costs,
    List<Drop> drops,
    List<String> notSeen) {

  /** A snapshot of containers alone. */
  public Snapshot(
      JvmFacts jvm,
      CaptureFacts capture,
      AgentFacts agent,
      List<List<Frame>> stacks,
      List<ContainerFacts> containers,
      List<CostFacts> costs,
      List<Drop> drops,
      List<String> notSeen) {
    this(
        jvm,
        capture,
        agent,
        stacks,
        containers,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        costs,
        drops,
        notSeen);
  }

  /** Copies the lists, so that the snapshot never changes. */
  public Snapshot {
    stacks = stacks.stream().map(List::copyOf).toList();
    containers = List.copyOf(containers);
    survivors = List.copyOf(survivors);
    survivorPeriods = List.copyOf(survivorPeriods);
    instances = List.copyOf(instances);
    gcs = List.copyOf(gcs);
    costs = List.copyOf(costs);
    drops = List.copyOf(drops);
    notSeen = List.copyOf(notSeen);
  }

  /** The same with other facts on allocations; its stacks must hold theirs. */
  public Snapshot withAllocations(AllocationFacts other) {
    return new Snapshot(
        jvm,
        capture,
        agent,
        stacks,
        containers,
        other,
        survivors,
        survivorPeriods,
        instances,
        gcs,
        work,
        costs,
        drops,
        notSeen);
  }

  /** The same with what is known of the work. */
  public Snapshot withWork(WorkFacts other) {
    return new Snapshot(
        jvm,
        capture,
        agent,
        stacks,
        containers,
        allocations,
        survivors,
        survivorPeriods,
        instances,
        gcs,
        other,
        costs,
        drops,
        notSeen);
  }
}
