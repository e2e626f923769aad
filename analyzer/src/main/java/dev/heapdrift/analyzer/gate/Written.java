package dev.heapdrift.analyzer.gate;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Checks of what people write into files; the messages say what is wrong and what is right. */
final class Written {
  private Written() {}

  static void require(boolean met, String problem) {
    if (!met) {
      throw new IllegalArgumentException(problem);
    }
  }

  /** A day, or null. */
  static void date(String expires) {
    if (expires == null) {
      return;
    }
    try {
      LocalDate.parse(expires);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "expires is \"" + expires + "\", and must be a day like 2026-03-31", e);
    }
  }

  /** Whether a last day that {@link #date} has checked is over; never without one. */
  static boolean isOver(String expires, LocalDate today) {
    return expires != null && LocalDate.parse(expires).isBefore(today);
  }

  /** The list of a file, under its schema. */
  static <T> List<T> list(String schema, String wanted, List<T> entries, String key) {
    require(wanted.equals(schema), "schema must be " + wanted);
    require(entries != null, key + " is missing");
    require(entries.stream().noneMatch(entry -> entry == null), "an entry must not be null");
    return List.copyOf(entries);
  }
}
