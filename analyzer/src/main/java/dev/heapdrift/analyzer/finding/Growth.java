package dev.heapdrift.analyzer.finding;

/**
 * How fast a container grows.
 *
 * @param entriesPerSecond robust slope (Theil–Sen) of the retained size, in entries a second; null
 *     when not measured
 * @param interval its 95 % interval, or null
 * @param bytesPerSecond entries a second times the estimated bytes of an entry; null when the
 *     latter was not measured
 * @param perWorkUnit entries for each unit of work; null without a work counter
 * @param secondsToOutOfMemory until this growth alone fills the heap; null when not measured
 * @param secondsInterval its 95 % interval, or null
 * @param plateau fitted or observed size at which it stays, in entries; null unless saturating
 */
public record Growth(
    Double entriesPerSecond,
    Interval interval,
    Double bytesPerSecond,
    Double perWorkUnit,
    Double secondsToOutOfMemory,
    Interval secondsInterval,
    Double plateau) {

  /** Nothing was measured. */
  public static final Growth UNMEASURED = new Growth(null, null, null, null, null, null, null);
}
