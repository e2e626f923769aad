/**
 * Other JVMs of this user, for {@code ps}, {@code attach}, {@code status} and their like: found,
 * checked, and spoken to by the JDK's attach mechanism, a socket that only its user can open.
 *
 * <p>{@link dev.heapdrift.analyzer.control.RunningJvms} lists them without touching those in which
 * no agent runs. {@link dev.heapdrift.analyzer.control.Attachment} is a connection to one: it reads
 * what the agent tells of itself ({@link dev.heapdrift.analyzer.control.AgentNotice}) and hands it
 * commands, by loading its jar once more, to the answers of which it listens.
 *
 * <p>What goes wrong is a {@link dev.heapdrift.analyzer.control.AttachException} with one line.
 */
package dev.heapdrift.analyzer.control;
