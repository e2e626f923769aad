/**
 * How often leak checks in tests err, and what they cost. {@link
 * dev.heapdrift.benchmarks.checks.FlakeRate} runs a class of tests that keep nothing ({@code
 * CleanSuite}) and one of tests that do ({@code LeakySuite}) hundreds of times beside a busy
 * machine; {@link dev.heapdrift.benchmarks.checks.AddedTime} runs {@code FiftyScenarios} with and
 * without checks. Each starts JVMs in which {@code SuiteRuns} has JUnit run a class, by the
 * extension as users get it, and prints a line for each test ({@code Ran}).
 */
package dev.heapdrift.benchmarks.checks;
