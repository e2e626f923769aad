package dev.heapdrift.benchmarks.truth;

/**
 * Sizes of objects by the rules of HotSpot, with compressed references and 8-byte alignment. Done
 * by hand, so that the tracer is not compared with itself.
 */
enum Layout {
  /** Header of 12 bytes. */
  USUAL(12),
  /** Header of 8 bytes, {@code -XX:+UseCompactObjectHeaders} (JEP 450). */
  COMPACT(8);

  private static final int LENGTH = 4;
  private static final int WIDE = 8;

  private final int header;

  Layout(int header) {
    this.header = header;
  }

  /** Bytes of an object whose fields, all of one width, take {@code fields} bytes. */
  long object(int fields, int width) {
    return align((width == WIDE ? align(header) : header) + (long) fields);
  }

  /** Bytes of an array. */
  long array(int length, int width) {
    int base = header + LENGTH;
    return align((width == WIDE ? align(base) : base) + (long) length * width);
  }

  private static long align(long bytes) {
    return (bytes + 7) & -8;
  }
}
