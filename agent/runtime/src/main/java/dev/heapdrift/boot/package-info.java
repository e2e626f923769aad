/**
 * The agent's entry, the only code of ours on the application's class path: finds the runtime
 * inside the agent's jar and hands over.
 *
 * <p>In: the call of the JVM, before or after the application's main method. Out: one reflective
 * call of {@code AgentMain.start}, or one line on stderr; never an exception, never an exit. Run as
 * a program, the jar prints the agent's options.
 *
 * <p>JDK types only, and few of them: whatever this code initialises, the application finds
 * initialised. No java.util.logging, java.nio.file, JMX or slf4j. An entry that was loaded once
 * stays for the life of the JVM and serves later attaches of other builds.
 */
package dev.heapdrift.boot;
