package dev.heapdrift.snapshot;

/**
 * A time for which JFR sampled into one queue, empty at first. Of what was allocated in it, those
 * {@link Snapshot#survivors()} are known that were sampled, found room and were alive when JFR was
 * last asked. What became of them later is known of the last period only.
 *
 * @param fromMillis JVM uptime in ms at its begin
 * @param askedMillis JVM uptime in ms when JFR was last asked
 * @param room most samples that the queue holds; while all of them live, what is allocated later
 *     finds hardly any place
 */
public record SurvivorPeriod(long fromMillis, long askedMillis, int room) {}
