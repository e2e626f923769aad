package dev.heapdrift.agent.registry;

/**
 * The time on the agent's clocks.
 *
 * @param uptimeMillis monotonic ms since the JVM started
 * @param gcEpoch collections ended so far, young and old
 * @param cycleMillis length of the last concurrent cycle in ms, 0 when there was none
 */
public record Now(long uptimeMillis, long gcEpoch, long cycleMillis) {}
