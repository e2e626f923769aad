/**
 * What heapdrift costs. {@link dev.heapdrift.benchmarks.PairedOverhead} starts the same JMH
 * benchmarks in fresh JVMs without and with the agent in turn and prints each ratio with its
 * interval; {@link dev.heapdrift.benchmarks.StartUp} does the same for an empty program and {@link
 * dev.heapdrift.benchmarks.SnapshotCost} measures a snapshot of many containers.
 *
 * <p>How to run them, and the published figures, stand in docs/benchmarks. Never run by the build.
 */
package dev.heapdrift.benchmarks;
