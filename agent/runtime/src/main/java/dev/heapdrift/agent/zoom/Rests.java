package dev.heapdrift.agent.zoom;

import java.util.Map;

/**
 * Inserting classes that are left alone for a while, for what was watched there has died. A class
 * that is changed, and one that is set back, loses its compiled code: a program that fills and
 * drops large containers all day would run uncompiled all day. Each death doubles the rest that
 * follows.
 *
 * <p>Belongs to the agent's thread.
 */
final class Rests {
  /** The first rest of a class, in ms. */
  static final long FIRST_MILLIS = 30_000;

  /** No rest is longer than a quarter of an hour. */
  private static final int MAX_DOUBLINGS = 5;

  /** Of some classes; one that is forgotten begins anew. */
  private final Map<String, Rest> rests = new LastOnes<>();

  private record Rest(int deaths, long untilMillis) {}

  /** A container has died that was filled by this class; null is no class. */
  void died(String inserter, long nowMillis) {
    Rest before = rests.get(inserter);
    if (before != null && nowMillis < before.untilMillis()) {
      return; // one of several that were watched at the same time
    }
    int deaths = before == null ? 0 : before.deaths() + 1;
    long millis = FIRST_MILLIS << Math.min(deaths, MAX_DOUBLINGS);
    rests.put(inserter, new Rest(deaths, nowMillis + millis));
  }

  /** Whether this class is to be left alone now. */
  boolean rests(String inserter, long nowMillis) {
    Rest rest = rests.get(inserter);
    return rest != null && nowMillis < rest.untilMillis();
  }
}
