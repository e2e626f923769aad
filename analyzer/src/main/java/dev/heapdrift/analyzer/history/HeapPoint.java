package dev.heapdrift.analyzer.history;

/**
 * Heap in use after a collection.
 *
 * @param uptimeMillis JVM uptime in ms
 * @param bytes what was in use
 * @param source how it is known
 */
public record HeapPoint(long uptimeMillis, long bytes, Source source) {

  /** How a point is known. */
  public enum Source {
    /** A collection of the young generation only: dead old objects are in use, too. */
    YOUNG,
    /** A collection of the old generation or the whole heap. */
    OLD,
    /** The last collection before a snapshot that does not tell what it collected. */
    SNAPSHOT
  }
}
