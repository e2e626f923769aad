package dev.heapdrift.agent.work;

/** Sums up what a counter has counted, also across its resets: then it begins again at 0. */
final class Odometer {
  /** Largest number that is taken for a count: sums of a few such do not overflow. */
  private static final long LARGEST = 1L << 60;

  private long last = -1;
  private long total;

  /**
   * Units since the first reading.
   *
   * @param reading what the counter shows now; what lies outside 0 to 2^60 counts as the nearer end
   */
  long advance(long reading) {
    long now = Math.max(0, Math.min(LARGEST, reading));
    if (last >= 0) {
      total = Math.min(LARGEST, total + (now >= last ? now - last : now));
    }
    last = now;
    return total;
  }
}
