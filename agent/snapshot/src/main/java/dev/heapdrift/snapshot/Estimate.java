package dev.heapdrift.snapshot;

/**
 * So many bytes in so many objects, counted or estimated.
 *
 * @param bytes shallow bytes, aligned as the JVM aligns them
 * @param count objects
 * @param bytesError standard error of {@code bytes}; 0 when counted
 * @param countError standard error of {@code count}; 0 when counted
 * @param samples objects that were looked at; equal to {@code count} when counted
 */
public record Estimate(long bytes, long count, double bytesError, double countError, long samples) {

  /** Nothing at all, and that for certain. */
  public static final Estimate NOTHING = new Estimate(0, 0, 0, 0, 0);

  /** An exact count. */
  public static Estimate counted(long bytes, long count) {
    return new Estimate(bytes, count, 0, 0, count);
  }

  /** The sum with an independent estimate; its errors add as variances do. */
  public Estimate plus(Estimate other) {
    return new Estimate(
        bytes + other.bytes,
        count + other.count,
        Math.hypot(bytesError, other.bytesError),
        Math.hypot(countError, other.countError),
        samples + other.samples);
  }

  /** Whether this is a count and no estimate. */
  public boolean exact() {
    return bytesError == 0 && countError == 0;
  }
}
