package dev.heapdrift.agent.instances;

import java.util.List;

/**
 * Where it stands that an instance has ended, so that it is read from fields and never asked.
 *
 * @param path the field that tells, behind those that lead to its object; empty where nothing does
 *     but the collector
 * @param sign what the last field then holds
 */
record Ending(List<JdkField> path, Sign sign) {

  /** What only the collector ends. */
  static final Ending COLLECTED = new Ending(List.of(), null);

  /** What a field holds once its instance has ended. */
  enum Sign {
    /** A {@code long} that is 0. */
    ZERO,
    /** An {@code int} that is -1. */
    MINUS_ONE,
    /** An {@code int} that is 4 or more: the state of a socket that closes, or is closed. */
    CLOSING,
    /** A {@code boolean} that is true. */
    TRUE,
    /** A reference to its own object: out of the list of those that are still to be run. */
    ITSELF
  }

  static Ending when(Sign sign, JdkField... path) {
    return new Ending(List.of(path), sign);
  }
}
