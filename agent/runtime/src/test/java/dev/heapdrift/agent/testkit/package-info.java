/**
 * What tests of several packages share: {@link dev.heapdrift.agent.testkit.SpawnedJvm} runs a main
 * class in a JVM of its own, with the built agent or without, and never waits without a deadline;
 * {@link dev.heapdrift.agent.testkit.Await} is how to wait for anything else; {@link
 * dev.heapdrift.agent.testkit.Libraries} has the JVM verify what hooks do to thousands of classes.
 */
package dev.heapdrift.agent.testkit;
