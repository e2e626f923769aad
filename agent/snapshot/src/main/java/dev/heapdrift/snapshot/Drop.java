package dev.heapdrift.snapshot;

/**
 * Something the agent gave up because a bound was reached.
 *
 * @param bound the option that raises the bound, or the name of a fixed one
 * @param count how often, since the agent was installed
 */
public record Drop(String bound, long count) {}
