/**
 * Control from outside, by the JVM's attach mechanism and nothing else: no port, no file.
 *
 * <p>In: a {@link dev.heapdrift.agent.control.Command} in place of the agent's options, when the
 * agent's jar is loaded once more, on the JVM's attach thread; it asks the running agent through
 * the door, whatever build that is of. Out: the answer on the {@link
 * dev.heapdrift.agent.control.Bulletin}, among the properties that only the attach mechanism shows,
 * and so only to this JVM's user; there the running agent also tells its level.
 *
 * <p>{@link dev.heapdrift.agent.control.Status} is what the agent tells of itself.
 */
package dev.heapdrift.agent.control;
