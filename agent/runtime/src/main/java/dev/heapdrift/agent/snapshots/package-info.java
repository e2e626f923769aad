/**
 * Turns what the agent knows into snapshot files.
 *
 * <p>{@link dev.heapdrift.agent.snapshots.SnapshotAssembler} puts a snapshot together from the
 * registry, {@link dev.heapdrift.agent.snapshots.JvmFactsReader}, {@link
 * dev.heapdrift.agent.snapshots.GcClock} and {@link dev.heapdrift.agent.snapshots.CostMeter};
 * {@link dev.heapdrift.agent.snapshots.SnapshotFolder} writes it and thins out the files of this
 * run.
 *
 * <p>Everything belongs to the agent's thread after premain has returned: JMX, HdrHistogram and
 * java.nio.file are too slow for the application's main thread, and java.util.logging must not be
 * initialised there.
 */
package dev.heapdrift.agent.snapshots;
