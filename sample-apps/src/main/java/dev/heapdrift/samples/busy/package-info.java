/**
 * A healthy service that does at once what real ones do: sessions, an LRU cache, one that warms up,
 * batches, a queue, listeners, timers, a sliding window, a table, pooled buffers, short threads,
 * garbage. It keeps about 12 MB and leaks nothing.
 *
 * <p>One {@link dev.heapdrift.samples.busy.Chore} a behaviour, with a seed of its own; {@link
 * dev.heapdrift.samples.busy.BusyService} has a few threads do them at a steady rate. {@link
 * dev.heapdrift.samples.busy.BusyBeside} runs it in the JVM of another sample, so that a leak has
 * to be found among all that comes and goes.
 *
 * <p>A chore is done by one thread at a time.
 */
package dev.heapdrift.samples.busy;
