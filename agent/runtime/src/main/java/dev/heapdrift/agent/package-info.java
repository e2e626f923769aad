/**
 * The agent's spine. {@link dev.heapdrift.agent.AgentMain} is entered from premain or agentmain and
 * does only what must happen before the application's first class; {@link
 * dev.heapdrift.agent.AgentLoop} is the one thread on which everything else runs.
 *
 * <p>In: growth events from the door. Out: snapshot files. Start reading at AgentLoop's tick.
 *
 * <p>Nothing here throws into the application; what fails is logged, counted and left out.
 */
package dev.heapdrift.agent;
