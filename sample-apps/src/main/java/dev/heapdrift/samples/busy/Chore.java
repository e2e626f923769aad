package dev.heapdrift.samples.busy;

/** What a healthy service does again and again; what it keeps has a bound. */
interface Chore extends AutoCloseable {

  /**
   * Does it once.
   *
   * @param nanos the time, as {@link System#nanoTime()} tells it; never earlier than at the last
   *     turn
   * @return what came of it, so that no compiler can leave the work out
   */
  long turn(long nanos);

  /** How many things it keeps just now: entries, nodes, tasks. */
  int held();

  /** Ends what it has started. */
  @Override
  default void close() {}
}
