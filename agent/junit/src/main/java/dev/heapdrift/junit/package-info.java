/**
 * Leak checks in JUnit 5 tests: a scenario is repeated, and what stays after each repetition is a
 * failure.
 *
 * <p>For tests: {@link dev.heapdrift.junit.LeakCheck}, {@link dev.heapdrift.junit.SkipLeakCheck},
 * {@link dev.heapdrift.junit.HeapAssertions} and {@link dev.heapdrift.junit.CloseTracker}.
 *
 * <p>{@code LeakMeasurement} is the pipeline: {@code AgentAccess} provides a tracing agent, {@code
 * Rounds} say how often the scenario runs, {@code Census} counts by class and line what is alive
 * between two rounds, {@code GrowthJudge} decides, {@code LeakReport} words a finding and {@code
 * Artefacts} keeps it. In: a scenario. Out: a {@code LeakVerdict}; what could not be measured
 * aborts the test with the reason, and never fails it.
 *
 * <p>One measurement at a time in a JVM; everything runs on the test's thread.
 */
package dev.heapdrift.junit;
