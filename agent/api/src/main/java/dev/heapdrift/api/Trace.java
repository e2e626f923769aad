package dev.heapdrift.api;

import dev.heapdrift.snapshot.AllocationTrace;
import dev.heapdrift.snapshot.stats.Traceback;

/**
 * All objects of one class that were allocated with one stack. Where {@code tracemalloc} has a
 * trace for each block, this is the sum of them.
 *
 * @param traceback the stack
 * @param facts class, live and allocated bytes and counts, ages
 */
public record Trace(Traceback traceback, AllocationTrace facts) {}
