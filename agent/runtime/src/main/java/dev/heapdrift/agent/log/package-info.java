/**
 * The agent's own log file, {@code heapdrift.log} beside the snapshots.
 *
 * <p>In: slf4j calls from the agent's thread. Out: one file of bounded size, and one older one.
 * Never stdout or stderr, which belong to the application.
 *
 * <p>Logback is set up here by program and nowhere else. Nobody may call {@code LoggerFactory}: its
 * first call reads the application's configuration and prints about it.
 */
package dev.heapdrift.agent.log;
