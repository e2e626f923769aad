/**
 * The agent's spine. {@link dev.heapdrift.agent.AgentMain} is entered from premain or agentmain and
 * does only what must happen before the application's first class; {@link
 * dev.heapdrift.agent.AgentLoop} is the one thread on which everything else runs. On it, while the
 * level is not off, {@link dev.heapdrift.agent.Watch} does what is due; {@link
 * dev.heapdrift.agent.Recorders} is all that looks into the JVM, {@link
 * dev.heapdrift.agent.Answers} what others may ask.
 *
 * <p>In: growth events from the door. Out: snapshot files. Start reading at Watch's steps.
 *
 * <p>Nothing here throws into the application; what fails is logged, counted and left out.
 */
package dev.heapdrift.agent;
