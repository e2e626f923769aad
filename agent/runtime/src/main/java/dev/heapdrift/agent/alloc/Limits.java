package dev.heapdrift.agent.alloc;

/**
 * How much is traced.
 *
 * @param frames frames kept of a stack
 * @param intervalBytes mean bytes between two samples; {@link #EVERYTHING} when none is left out
 * @param maxTraces different traces, and stacks
 * @param maxLive objects traced at a time, those among them that wait for a collection
 * @param seed of the sampling
 */
record Limits(int frames, long intervalBytes, int maxTraces, long maxLive, long seed) {

  /** Interval at which every allocation is counted. */
  static final long EVERYTHING = 1;

  boolean exact() {
    return intervalBytes == EVERYTHING;
  }
}
