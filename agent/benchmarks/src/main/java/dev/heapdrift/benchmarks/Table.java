package dev.heapdrift.benchmarks;

import java.io.PrintStream;
import java.util.Locale;

/** A Markdown table, printed row by row. */
public final class Table {

  private final PrintStream out;

  /** Prints its title and heading. */
  public Table(PrintStream out, String title, String... columns) {
    this.out = out;
    out.printf("%n### %s%n%n", title);
    row(columns);
    out.println("|---".repeat(columns.length) + '|');
  }

  /** Prints one row. */
  public void row(String... cells) {
    out.println("| " + String.join(" | ", cells) + " |");
  }

  /** Two or three significant digits around 1. */
  public static String ratio(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.3f" : "%.1f", value);
  }

  /** Of one value there is none. */
  public static String interval(MedianInterval value) {
    return value.values() == 1 ? "" : ratio(value.lower()) + " – " + ratio(value.upper());
  }

  /** One digit behind the point below 100. */
  public static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.1f" : "%.0f", value);
  }

  /** Of one value there is none. */
  public static String numbers(MedianInterval value) {
    return value.values() == 1 ? "" : number(value.lower()) + " – " + number(value.upper());
  }
}
