package dev.heapdrift.snapshot;

/**
 * Something the agent gave up because a bound was reached.
 *
 * @param bound the option that raises the bound, or the name of a fixed one
 * @param count how often, since the agent was installed
 */
public record Drop(String bound, long count) {

  /** {@link #bound} of threads, class loaders, buffers and things to be closed made too fast. */
  public static final String INSTANCES_PASSED_OVER = "door-instances";
}
