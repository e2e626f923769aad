package dev.heapdrift.agent.owner;

/**
 * What a walk came to.
 *
 * @param sought suspects at its beginning
 * @param found suspects whose owner it found
 * @param nodes objects it looked into
 * @param nanos time it took in ns
 * @param complete whether it saw all that the roots lead to; if not, its budget ended it
 */
public record WalkReport(int sought, int found, long nodes, long nanos, boolean complete) {}
