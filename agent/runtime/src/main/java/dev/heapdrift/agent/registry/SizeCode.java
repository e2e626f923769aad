package dev.heapdrift.agent.registry;

/**
 * Sizes in 16 bits: exact below 4,096, within 1 part in 4,096 above, up to 4 * 10^12.
 *
 * <p>A floating-point number without sign: 12 significant bits, the first of them implied, and a
 * shift. Codes keep the order of the sizes. 0 means "not read".
 */
final class SizeCode {
  /** What {@link #encode} never returns. */
  static final char ABSENT = 0;

  private static final int SIGNIFICANT = 12;
  private static final int STEPS = 1 << (SIGNIFICANT - 1);
  private static final int LARGEST = 0xffff - 1;

  private SizeCode() {}

  /** Code of a size in entries, which must not be negative. */
  static char encode(long size) {
    int shift = Math.max(0, Long.SIZE - SIGNIFICANT - Long.numberOfLeadingZeros(size));
    long code = (long) shift * STEPS + (size >>> shift);
    return (char) (Math.min(code, LARGEST) + 1);
  }

  /** The middle of the sizes that share a code. */
  static long decode(char code) {
    int value = code - 1;
    int shift = Math.max(0, value / STEPS - 1);
    long size = (long) (value - shift * STEPS) << shift;
    return size + (((1L << shift) - 1) >> 1);
  }
}
