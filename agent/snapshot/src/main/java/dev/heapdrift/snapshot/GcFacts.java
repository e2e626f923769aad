package dev.heapdrift.snapshot;

/**
 * A garbage collection, as it ended.
 *
 * @param uptimeMillis JVM uptime in ms at its end
 * @param generation what it collected
 * @param pauseNanos time it took in ns, pauses only where the JVM tells them apart
 * @param heapAfterBytes heap in use after it
 * @param refills allocation buffers (TLABs) that threads were given since the collection before:
 *     JFR samples the object that opens one; -1: not known, or told by another collection
 * @param refillBytes bytes that were allocated in these buffers; -1 with {@code refills}
 */
public record GcFacts(
    long uptimeMillis,
    Generation generation,
    long pauseNanos,
    long heapAfterBytes,
    long refills,
    long refillBytes) {

  /** A collection that does not tell of allocation buffers. */
  public GcFacts(long uptimeMillis, Generation generation, long pauseNanos, long heapAfterBytes) {
    this(uptimeMillis, generation, pauseNanos, heapAfterBytes, -1, -1);
  }

  /** What a collection collects. The order is part of the file format. */
  public enum Generation {
    /** The young generation only. */
    YOUNG,
    /** The whole heap, or the old generation. */
    OLD
  }
}
