/**
 * Traces allocations as tracemalloc does: what is live, by the line that made it.
 *
 * <p>On the allocating thread a recorder ({@link dev.heapdrift.agent.alloc.ExactRecorder} or {@link
 * dev.heapdrift.agent.alloc.SampledRecorder}) finds the trace of the new object and puts a weak
 * reference into the {@link dev.heapdrift.agent.alloc.Intake}: no lock, no counter that others
 * touch. The agent's thread takes the references into the {@link dev.heapdrift.agent.alloc.Ledger},
 * which counts them and, after each collection, finds out which are dead. {@link
 * dev.heapdrift.agent.alloc.Tracing} is the entrance for the rest of the agent; {@code hook}
 * injects the calls.
 *
 * <p>In: allocations from the door, sites from {@code hook}. Out: {@link
 * dev.heapdrift.snapshot.AllocationFacts}. Everything is bounded, by {@code max-live} and {@code
 * max-traces}; drops are counted.
 */
package dev.heapdrift.agent.alloc;
