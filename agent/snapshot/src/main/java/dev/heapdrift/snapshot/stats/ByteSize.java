package dev.heapdrift.snapshot.stats;

import java.util.Locale;

/** Bytes as tracemalloc prints them, three digits and more, the same in every locale. */
public final class ByteSize {
  private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};

  private ByteSize() {}

  /** {@code 8173 KiB}. */
  public static String print(long bytes) {
    return print((double) bytes);
  }

  /** The same of a figure that was calculated. */
  public static String print(double bytes) {
    return print(bytes, "");
  }

  /** {@code +4428 KiB}. */
  public static String signed(long bytes) {
    return signed((double) bytes);
  }

  /** The same of a figure that was calculated. */
  public static String signed(double bytes) {
    return print(bytes, "+");
  }

  private static String print(double bytes, String flag) {
    double size = bytes;
    int unit = 0;
    while (unit < UNITS.length - 1 && Math.abs(size) >= 10 * 1024) {
      size /= 1024;
      unit++;
    }
    String decimals = Math.abs(size) < 100 && unit > 0 ? ".1f %s" : ".0f %s";
    return String.format(Locale.ROOT, '%' + flag + decimals, size, UNITS[unit]);
  }
}
