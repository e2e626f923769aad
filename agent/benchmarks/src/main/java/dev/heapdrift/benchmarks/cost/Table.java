package dev.heapdrift.benchmarks.cost;

import dev.heapdrift.benchmarks.MedianInterval;
import java.io.PrintStream;
import java.util.Locale;

/** A Markdown table, printed row by row. */
final class Table {

  private final PrintStream out;

  Table(PrintStream out, String title, String... columns) {
    this.out = out;
    out.printf("%n### %s%n%n", title);
    row(columns);
    out.println("|---".repeat(columns.length) + '|');
  }

  void row(String... cells) {
    out.println("| " + String.join(" | ", cells) + " |");
  }

  /** Two or three significant digits around 1. */
  static String ratio(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.3f" : "%.1f", value);
  }

  /** Of one value there is none. */
  static String interval(MedianInterval value) {
    return value.values() == 1 ? "" : ratio(value.lower()) + " – " + ratio(value.upper());
  }

  static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.1f" : "%.0f", value);
  }

  /** Of one value there is none. */
  static String numbers(MedianInterval value) {
    return value.values() == 1 ? "" : number(value.lower()) + " – " + number(value.upper());
  }
}
