package dev.heapdrift.snapshot;

import java.util.List;

/**
 * What the zoom has seen of one container besides insertions: whether anybody reads it or takes
 * anything out. Only calls in the classes of its growth stacks are seen.
 *
 * @param sinceMillis JVM uptime when the zoom came to it, in ms
 * @param accesses lookups and removals by call site, most frequent first
 * @param counterparts methods that by their name take out what an inserting method puts in
 */
public record ZoomFacts(
    long sinceMillis, List<AccessSite> accesses, List<Counterpart> counterparts) {

  /** Copies the lists, so that the facts never change. */
  public ZoomFacts {
    accesses = List.copyOf(accesses);
    counterparts = List.copyOf(counterparts);
  }

  /** What a call asks of a container. The order is part of the file format. */
  public enum Access {
    /** Reads an entry, as {@code get} and {@code contains}. */
    LOOKUP,
    /** Takes entries out, as {@code remove}, {@code poll} and {@code clear}. */
    REMOVAL
  }

  /**
   * Calls counted at one call site.
   *
   * @param site the calling line
   * @param callee name of the called method, such as {@code get}
   * @param access what it asks
   * @param calls calls that reached this container
   * @param found those that found an entry, or -1 where the result does not tell
   */
  public record AccessSite(Frame site, String callee, Access access, long calls, long found) {}

  /**
   * The method that should take out what another one puts in, {@code removeListener} beside {@code
   * addListener}.
   *
   * @param inserter the inserting method, at its line in a growth stack
   * @param method the counterpart, at its first line
   * @param executions how often it has run since the zoom came, on any instance
   */
  public record Counterpart(Frame inserter, Frame method, long executions) {}
}
