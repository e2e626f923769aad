package dev.heapdrift.snapshot;

/**
 * A garbage collection, as it ended.
 *
 * @param uptimeMillis JVM uptime in ms at its end
 * @param generation what it collected
 * @param pauseNanos time it took in ns, pauses only where the JVM tells them apart
 * @param heapAfterBytes heap in use after it
 */
public record GcFacts(
    long uptimeMillis, Generation generation, long pauseNanos, long heapAfterBytes) {

  /** What a collection collects. The order is part of the file format. */
  public enum Generation {
    /** The young generation only. */
    YOUNG,
    /** The whole heap, or the old generation. */
    OLD
  }
}
