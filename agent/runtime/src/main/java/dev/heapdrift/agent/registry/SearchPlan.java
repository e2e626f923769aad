package dev.heapdrift.agent.registry;

/** When the owner of one container is to be sought (again): walks cost far more than readings. */
final class SearchPlan {
  /** A search that found nothing is repeated after 4 times this, 16 times, and so on; in ms. */
  private static final long FIRST_MILLIS = 10_000;

  private static final int MAX_STEP = 6; // 11 hours

  private byte step;
  private long searchedMillis;
  private long dueMillis;

  /** It grew: it is alive, and may have been moved. */
  void grew(Now now) {
    dueMillis = now.uptimeMillis();
  }

  /** It was sought, found or not. */
  void searched(Now now) {
    step = (byte) Math.min(step + 1, MAX_STEP);
    searchedMillis = now.uptimeMillis();
    dueMillis = now.uptimeMillis() + (FIRST_MILLIS << (2 * step));
  }

  /** The way that was found leads there no more. */
  void lost() {
    dueMillis = Math.min(dueMillis, searchedMillis + FIRST_MILLIS);
  }

  /** Whether a search has been made; if there is no owner since, it was in vain. */
  boolean made() {
    return step > 0;
  }

  boolean due(Now now) {
    return now.uptimeMillis() >= dueMillis;
  }
}
