package dev.heapdrift.analyzer.report;

import dev.heapdrift.snapshot.stats.ByteSize;
import java.util.Locale;

/** Figures for people, the same in every locale. */
final class Quantity {
  private static final double MINUTE = 60;
  private static final double HOUR = 60 * MINUTE;
  private static final double DAY = 24 * HOUR;

  private Quantity() {}

  /** {@code 71,332}. */
  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** {@code 1 snapshot}, {@code 1,204 snapshots}. */
  static String counted(int number, String noun) {
    return count(number) + ' ' + noun + (number == 1 ? "" : "s");
  }

  /** {@code 8173 KiB}: as tracemalloc prints it, three digits and more. */
  static String bytes(long bytes) {
    return ByteSize.print(bytes);
  }

  /** The same of a figure that was calculated. */
  static String bytes(double bytes) {
    return ByteSize.print(bytes);
  }

  /** {@code +4428 KiB}. */
  static String signedBytes(long bytes) {
    return ByteSize.signed(bytes);
  }

  /** Three significant digits, {@code 640} or {@code 0.0123}; whole numbers from 100 up. */
  static String number(double value) {
    double size = Math.abs(value);
    if (size == 0) {
      return "0";
    }
    if (size >= 100) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    if (size < 0.001) {
      return String.format(Locale.ROOT, "%.1e", value);
    }
    int decimals = size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 3 : 4;
    String digits = String.format(Locale.ROOT, "%." + decimals + "f", value);
    return digits.replaceFirst("\\.?0+$", "");
  }

  /** {@code 45 s}, {@code 12 min}, {@code 1.5 h}, {@code 3.2 days}. */
  static String duration(double seconds) {
    if (seconds < 2 * MINUTE) {
      return number(seconds) + " s";
    }
    if (seconds < 2 * HOUR) {
      return Math.round(seconds / MINUTE) + " min";
    }
    return seconds < 2 * DAY ? number(seconds / HOUR) + " h" : number(seconds / DAY) + " days";
  }

  /** {@code 97 %}; what is not quite all is not printed as all. */
  static String percent(double share) {
    long percent = Math.round(share * 100);
    long honest = share < 1 && percent == 100 ? 99 : share > 0 && percent == 0 ? 1 : percent;
    return honest + " %";
  }
}
