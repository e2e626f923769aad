/**
 * How well leaks are found. {@link dev.heapdrift.benchmarks.accuracy.BusyScore} is the main class:
 * it runs each {@link dev.heapdrift.benchmarks.accuracy.Pair} of samples inside the busy service of
 * the samples, under the agent, and has the analyzer judge what they left ({@code BusyRuns}); each
 * becomes a {@link dev.heapdrift.benchmarks.accuracy.Score}, and all of them one Markdown table.
 *
 * <p>The jars of agent, analyzer and samples are arguments; what leaks where is data in the
 * samples' jar, and its lines are found in the samples' sources. All other files lie in one
 * temporary folder. Two programs at a time; the table is printed by the main thread.
 */
package dev.heapdrift.benchmarks.accuracy;
