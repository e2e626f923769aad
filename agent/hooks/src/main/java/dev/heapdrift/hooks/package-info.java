/**
 * The doors that injected code calls. {@link dev.heapdrift.hooks.Door} and {@link
 * dev.heapdrift.hooks.Allocations} are shipped renamed to {@code java.lang.HeapdriftDoor1} and
 * {@code java.lang.HeapdriftAllocations1} and defined into {@code java.base} by the agent, so that
 * every class loader sees them.
 *
 * <p>In: one static call from a hooked method, on any application thread. Out: a ring of {@link
 * dev.heapdrift.hooks.Door.Growth} events, one of {@link dev.heapdrift.hooks.DoorInstances.Made},
 * and {@link dev.heapdrift.hooks.DoorZoom}'s counters by call site, read by the agent's own thread;
 * allocations go to the agent's recorder at once. JDK types only; no lambdas, no string
 * concatenation, no lock.
 *
 * <p>A door can never be redefined or removed: its public members are a frozen ABI, and the number
 * in its name is that ABI's version.
 */
package dev.heapdrift.hooks;
