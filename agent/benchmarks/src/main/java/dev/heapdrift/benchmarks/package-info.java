/**
 * What heapdrift costs. {@link dev.heapdrift.benchmarks.PairedOverhead} runs the same JMH
 * benchmarks in pairs of fresh JVMs, without and with the agent, that take turns, and prints each
 * ratio with its interval; {@link dev.heapdrift.benchmarks.StartUp} and {@link
 * dev.heapdrift.benchmarks.AgentHeap} compare time and memory of whole programs; {@link
 * dev.heapdrift.benchmarks.SnapshotCost} measures a snapshot of many containers. The public classes
 * are the tools that the packages below share: {@code cost} compares the levels with other tools on
 * the programs in {@code work}.
 *
 * <p>How to run them, and the published figures, stand in docs/benchmarks. Never run by the build.
 */
package dev.heapdrift.benchmarks;
