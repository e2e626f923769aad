package dev.heapdrift.snapshot;

import java.util.List;

/**
 * One look at a running JVM.
 *
 * @param jvm which JVM; snapshots of one series share {@link JvmFacts#startId()}
 * @param capture when and why it was taken, and the state of the heap then
 * @param agent which agent, at what level, with which options
 * @param stacks growth stacks, most recent frame first; containers refer to them by index
 * @param containers the registered containers, in order of their ids
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
    List<CostFacts> costs,
    List<Drop> drops,
    List<String> notSeen) {

  /** Copies the lists, so that the snapshot never changes. */
  public Snapshot {
    stacks = stacks.stream().map(List::copyOf).toList();
    containers = List.copyOf(containers);
    costs = List.copyOf(costs);
    drops = List.copyOf(drops);
    notSeen = List.copyOf(notSeen);
  }
}
