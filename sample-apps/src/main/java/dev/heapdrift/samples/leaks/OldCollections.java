package dev.heapdrift.samples.leaks;

import java.util.concurrent.TimeUnit;

/**
 * Has the JVM collect its old generation every few seconds, as a service does in hours: only what
 * such a collection leaves is known to be held.
 */
public final class OldCollections {
  private static final long PERIOD_MILLIS = 1_500;

  private final long periodNanos;
  private long due;

  /** One every one and a half seconds. */
  public OldCollections() {
    this(PERIOD_MILLIS);
  }

  /** One every so many milliseconds. */
  public OldCollections(long periodMillis) {
    periodNanos = TimeUnit.MILLISECONDS.toNanos(periodMillis);
    due = System.nanoTime() + periodNanos;
  }

  /** Collects when it is time to. */
  public void ifDue() {
    if (System.nanoTime() >= due) {
      System.gc();
      due = System.nanoTime() + periodNanos;
    }
  }
}
