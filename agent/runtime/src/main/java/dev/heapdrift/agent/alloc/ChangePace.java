package dev.heapdrift.agent.alloc;

/**
 * When hooks may change next: ever more rarely. HotSpot throws away the compiled code of a changed
 * class and of all that has inlined it, which for classes of the JDK is most of what is hot, and
 * their profiles. Sites that allocate much are known to be healthy soon, and what a round saves is
 * ever less. So the gap between two rounds grows threefold, up to four minutes: what a program
 * loads after an hour must not keep its hooks for another.
 *
 * <p>JVM uptimes in ms; agent thread only.
 */
final class ChangePace {
  /** The first gap. */
  static final long FIRST_MILLIS = 3000;

  private static final int FACTOR = 3;

  /** The longest gap. */
  static final long LONGEST_MILLIS = 81 * FIRST_MILLIS;

  private long gapMillis = FIRST_MILLIS;
  private long nextMillis = -1;

  /** A round may follow at once, and then the first gap. */
  void restart(long nowMillis) {
    gapMillis = FIRST_MILLIS;
    nextMillis = nowMillis;
  }

  /** Whether a round may follow; when asked for the first time, a gap begins. */
  boolean allows(long nowMillis) {
    if (nextMillis < 0) {
      spent(nowMillis);
    }
    return nowMillis >= nextMillis;
  }

  /** A round begins. */
  void spent(long nowMillis) {
    nextMillis = nowMillis + gapMillis;
    gapMillis = Math.min(LONGEST_MILLIS, FACTOR * gapMillis);
  }
}
