/**
 * Puts the door into {@code java.base} and opens the modules that heapdrift reads.
 *
 * <p>{@link dev.heapdrift.agent.door.DoorInstaller} runs once, in premain or agentmain, before any
 * class is transformed: a hook that is met before its door is loaded ends the JVM with a
 * ClassCircularityError. What is done here cannot be undone; detaching only closes the door.
 */
package dev.heapdrift.agent.door;
