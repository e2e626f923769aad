/**
 * Whether what the tracer of allocations says is true. {@link dev.heapdrift.benchmarks.truth.Sites}
 * allocates what can be added up by hand; {@link dev.heapdrift.benchmarks.truth.TruthProgram} does
 * so under the agent and prints both sums, {@link dev.heapdrift.benchmarks.truth.TruthRuns} repeats
 * that with declared seeds and tests for bias.
 *
 * <p>{@link dev.heapdrift.benchmarks.truth.LateLeak} asks how late a site is found that was healthy
 * for a minute, lost its hook, and then begins to leak.
 *
 * <p>The agent is asked through its API, from the JVM that it watches. What came out stands in
 * docs/benchmarks.
 */
package dev.heapdrift.benchmarks.truth;
