package dev.heapdrift.analyzer.diff;

/**
 * How much a group holds.
 *
 * @param bytes estimated bytes of those entries whose size was measured
 * @param entries container entries
 * @param measured whether the bytes of any entry were measured
 */
public record Amount(long bytes, long entries, boolean measured) {
  static final Amount NOTHING = new Amount(0, 0, false);

  Amount plus(Amount other) {
    return new Amount(bytes + other.bytes, entries + other.entries, measured || other.measured);
  }
}
