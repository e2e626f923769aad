/**
 * Starts a program under the agent, for {@code heapdrift run}; and what {@code demo} needs of it.
 *
 * <p>{@link dev.heapdrift.analyzer.launch.RunFolder} is the fresh folder, {@link
 * dev.heapdrift.analyzer.launch.AgentSettings} what the agent is told, {@link
 * dev.heapdrift.analyzer.launch.WatchedProgram} the program, which keeps our stdin, stdout and
 * stderr, and {@link dev.heapdrift.analyzer.launch.CarriedAgent} the agent's jar inside ours.
 * {@link dev.heapdrift.analyzer.launch.Signals} passes on what is sent to us while it runs.
 *
 * <p>What goes wrong is a {@link dev.heapdrift.analyzer.launch.LaunchException} with one line to
 * print. One program at a time: the handlers of signals belong to the JVM.
 */
package dev.heapdrift.analyzer.launch;
