package dev.heapdrift.api;

/**
 * Memory of the objects that are traced; what {@code tracemalloc.get_traced_memory()} returns.
 *
 * <p>An object counts from its allocation until a collection of garbage has been seen to take it,
 * so that {@code current} may include what is no longer reachable.
 *
 * @param current shallow bytes traced now
 * @param peak most that {@code current} has been since tracing began, traces were cleared or the
 *     peak was reset
 */
public record TracedMemory(long current, long peak) {

  /** What is traced where nothing is. */
  public static final TracedMemory NONE = new TracedMemory(0, 0);
}
