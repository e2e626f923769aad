/**
 * Finds out who holds the containers that grow.
 *
 * <p>In: {@link dev.heapdrift.agent.owner.Suspect}s. {@link dev.heapdrift.agent.owner.OwnerWalk}
 * goes breadth-first from static fields, threads and class loaders, {@code Roots} and {@code
 * ThreadLocals} say where to begin, {@code ClassPlans} which fields of an object to follow, {@code
 * Elements} what a container holds. Out: an {@link dev.heapdrift.agent.owner.OwnerPath} each,
 * printed by {@code PathPrinter}, re-read through {@code Slot}s.
 *
 * <p>The walk reads fields, calls no method of the application, and loads, links and initialises
 * none of its classes. It belongs to the agent's thread, stops nobody, and is bounded in nodes,
 * time and memory. "Not found" is an answer.
 */
package dev.heapdrift.agent.owner;
