package dev.heapdrift.agent;

import dev.heapdrift.agent.alloc.Tracing;
import dev.heapdrift.agent.heap.FieldNames;
import dev.heapdrift.agent.instances.InstanceRegistry;
import dev.heapdrift.agent.registry.ContainerRegistry;

/**
 * Heap that the agent's tables hold, about: the number of their entries times what one takes. To
 * measure it exactly would take a walk through all of them. What it needs for a moment, for a walk
 * or a snapshot, and what the JVM's flight recorder holds, is not in it. Agent thread only.
 *
 * @param containers the containers
 * @param instances threads, class loaders, buffers, things to be closed
 * @param tracing the traces of allocations
 * @param names the names of fields
 */
record OwnMemory(
    ContainerRegistry containers, InstanceRegistry instances, Tracing tracing, FieldNames names) {

  /** Bytes held now. */
  long bytes() {
    return containers.bytes() + instances.bytes() + tracing.bytes() + names.usedBytes();
  }
}
