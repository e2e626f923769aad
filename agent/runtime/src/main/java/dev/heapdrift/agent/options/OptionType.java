package dev.heapdrift.agent.options;

import java.util.ArrayList;
import java.util.List;

/** What an option's text may look like and what it becomes. */
enum OptionType {
  /** A {@link Level}. */
  LEVEL("off|watch|sample|exact"),
  /** A folder, as a String: java.nio.file is not for premain. */
  FOLDER("folder"),
  /** A file, as a String for the same reason, or empty for none. */
  FILE("file"),
  /** A Long in ms, written {@code 500ms}, {@code 5s}, {@code 5m}, {@code 1h} or {@code 0}. */
  DURATION("500ms|5s|5m|1h|0"),
  /** A List of Strings, separated by semicolons because commas separate options. */
  PATTERNS("com.app;com.lib.Cache*"),
  /** A Long. */
  COUNT("number"),
  /** A Long in bytes, written {@code 4096}, {@code 512k}, {@code 256m} or {@code 1g}. */
  BYTES("512k|256m|1g"),
  /** A Boolean. */
  SWITCH("on|off"),
  /** An attribute of an MBean, as a String; the name before the {@code #} may hold commas. */
  ATTRIBUTE("domain:key=value#Attribute");

  /** The form of a value, for help and error messages. */
  final String syntax;

  OptionType(String syntax) {
    this.syntax = syntax;
  }

  /**
   * Reads a value.
   *
   * @return the value, or null when {@code text} has not this type's form
   */
  Object parse(String text) {
    return switch (this) {
      case LEVEL -> Level.named(text);
      case FOLDER -> text.isEmpty() ? null : text;
      case FILE -> text.endsWith("/") ? null : text;
      case DURATION -> duration(text);
      case PATTERNS -> patterns(text);
      case COUNT -> scaled(text, "", 1);
      case BYTES -> bytes(text);
      case SWITCH -> text.equals("on") ? Boolean.TRUE : text.equals("off") ? Boolean.FALSE : null;
      case ATTRIBUTE -> attribute(text);
    };
  }

  /** Whether the value goes on behind the next comma, which ends any other value. */
  boolean goesOn(String text) {
    return this == ATTRIBUTE && text.indexOf(':') >= 0 && text.indexOf('#') < 0;
  }

  /** Empty for none; else a domain, a key with its value, and an attribute. */
  private static String attribute(String text) {
    int colon = text.indexOf(':');
    int equals = text.indexOf('=', colon + 1);
    int hash = text.lastIndexOf('#');
    boolean whole = colon > 0 && equals > colon + 1 && hash > equals + 1;
    return text.isEmpty() || (whole && hash < text.length() - 1) ? text : null;
  }

  /** Package or class names with an optional star at the end of each. */
  private static List<String> patterns(String text) {
    List<String> patterns = new ArrayList<>();
    for (String part : text.split(";", -1)) {
      String pattern = part.strip();
      for (int i = 0; i < pattern.length(); i++) {
        char c = pattern.charAt(i);
        boolean lastStar = c == '*' && i == pattern.length() - 1;
        if (c != '.' && !Character.isJavaIdentifierPart(c) && !lastStar) {
          return null;
        }
      }
      if (!pattern.isEmpty()) {
        patterns.add(pattern);
      }
    }
    return List.copyOf(patterns);
  }

  private static Long duration(String text) {
    if (text.equals("0")) {
      return 0L;
    }
    if (text.endsWith("ms")) {
      return scaled(text, "ms", 1);
    }
    if (text.endsWith("s")) {
      return scaled(text, "s", 1000);
    }
    return text.endsWith("m") ? scaled(text, "m", 60_000) : scaled(text, "h", 3_600_000);
  }

  private static Long bytes(String text) {
    if (text.endsWith("k")) {
      return scaled(text, "k", 1L << 10);
    }
    if (text.endsWith("m")) {
      return scaled(text, "m", 1L << 20);
    }
    return text.endsWith("g") ? scaled(text, "g", 1L << 30) : scaled(text, "", 1);
  }

  /** Decimal digits before {@code unit}, times {@code factor}; null for anything else. */
  private static Long scaled(String text, String unit, long factor) {
    int digits = text.length() - unit.length();
    if (digits <= 0 || !text.endsWith(unit)) {
      return null;
    }
    for (int i = 0; i < digits; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return null;
      }
    }
    try {
      return Math.multiplyExact(Long.parseLong(text.substring(0, digits)), factor);
    } catch (NumberFormatException | ArithmeticException tooMuch) {
      return null; // more than a long can hold
    }
  }
}
