/**
 * How the agent makes files: for their owner, where nothing is, whole or not at all.
 *
 * <p>In: what to write and where. Out: a file that appears under its name only when it is complete.
 * A symbolic link in the place of a file is replaced or refused, never followed.
 *
 * <p>For the agent's thread, after premain has returned: java.nio.file is slow to load.
 */
package dev.heapdrift.agent.files;
