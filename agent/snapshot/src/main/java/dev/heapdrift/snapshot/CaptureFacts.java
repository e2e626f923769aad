package dev.heapdrift.snapshot;

/**
 * When and why a snapshot was taken.
 *
 * @param sequence number of the snapshot in its series, from 1
 * @param trigger why it was taken
 * @param uptimeMillis monotonic ms since the JVM started; the time axis of every series
 * @param heapUsedBytes heap in use, garbage included
 * @param heapAfterGcBytes heap in use after the last collection, or -1 before the first
 * @param gcEpoch collections that had ended by then, young and old
 */
public record CaptureFacts(
    long sequence,
    Trigger trigger,
    long uptimeMillis,
    long heapUsedBytes,
    long heapAfterGcBytes,
    long gcEpoch) {

  /** Why a snapshot was taken. The order is part of the file format. */
  public enum Trigger {
    /** The snapshot interval passed. */
    INTERVAL,
    /** The JVM shuts down. */
    EXIT,
    /** The application or an operator asked for it. */
    REQUEST,
    /** What a collection left of the heap came near its limit. */
    HEAP,
    /** The agent steps its level down, because it costs more than it may. */
    LEVEL,
    /** A collection has grown steadily for some time. */
    GROWTH
  }
}
