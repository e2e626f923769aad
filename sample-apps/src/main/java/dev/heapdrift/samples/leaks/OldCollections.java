package dev.heapdrift.samples.leaks;

/**
 * Has the JVM collect its old generation every few seconds, as a service does in hours: only what
 * such a collection leaves is known to be held.
 */
public final class OldCollections {
  private static final long PERIOD_NANOS = 1_500_000_000;

  private long due = System.nanoTime() + PERIOD_NANOS;

  /** Collects when it is time to. */
  public void ifDue() {
    if (System.nanoTime() >= due) {
      System.gc();
      due = System.nanoTime() + PERIOD_NANOS;
    }
  }
}
