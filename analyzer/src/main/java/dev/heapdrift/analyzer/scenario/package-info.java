/**
 * A JUnit test that repeats the path on which something grew, for {@code check --write-test}.
 *
 * <p>A snapshot tells classes, methods and lines, but neither what a method takes nor who may call
 * it: that stands in the sources. {@link dev.heapdrift.analyzer.scenario.ScenarioWriter} goes from
 * the inserting frame outwards to the first method that a test can call ({@code Member}, in a
 * parsed {@code Source} that {@code Sources} has found), and has every parameter made anew for each
 * run ({@code Values}). Where no method can be called it says of each why: a {@link
 * dev.heapdrift.analyzer.scenario.Scenario} is either a test or what is missing for one.
 *
 * <p>Sources are parsed by the JDK's own compiler, never compiled, and no class of the application
 * is loaded. For one thread.
 */
package dev.heapdrift.analyzer.scenario;
