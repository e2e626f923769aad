/**
 * The containers that grew, each weakly and with its series.
 *
 * <p>In: growth events of the door, by {@link
 * dev.heapdrift.agent.registry.ContainerRegistry#observe}; the agent's loop also calls for reading
 * rounds and sweeps. Out: {@link dev.heapdrift.agent.registry.Entry} for the owner walk and the
 * zoom, {@link dev.heapdrift.agent.registry.RegistryFacts} for the snapshot.
 *
 * <p>Start at {@code ContainerRegistry}. {@code Series} is how one has grown, {@code Entry} which
 * one it is and who holds it. {@code ReadingPlan} says when a container may be read without keeping
 * it alive, {@code Slots} how a series outlives its container, {@code Sizes} where sizes stand,
 * {@code TimeAxis} and {@code History} how a month fits in 64 points.
 *
 * <p>Everything belongs to the agent's thread and is bounded; what is given up is counted.
 */
package dev.heapdrift.agent.registry;
