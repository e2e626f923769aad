package dev.heapdrift.snapshot.stats;

/**
 * Keeps some traces and drops the others, as tracemalloc's {@code Filter}: a trace is kept when any
 * inclusive filter matches it, or there is none, and no exclusive filter does.
 *
 * @param inclusive whether what matches is kept, rather than dropped
 * @param pattern a source file ({@code Orders.java}), a class with all nested in it, or a package
 *     with all in it; {@code *} stands for any characters, {@code ?} for one
 * @param line the line that must match too, from 1; 0 for any
 * @param allFrames whether any frame of the stack may match; else the first of the application
 */
public record Filter(boolean inclusive, String pattern, int line, boolean allFrames) {
  private static final String ALL_FRAMES = "@all";

  /**
   * Checks the components.
   *
   * @throws IllegalArgumentException in one line, for an empty pattern or a negative line
   */
  public Filter {
    if (pattern.isBlank()) {
      throw new IllegalArgumentException("a filter needs a pattern, as in +com.app.*Cache:42");
    }
    if (line < 0) {
      throw new IllegalArgumentException("the line of a filter must be at least 1, not " + line);
    }
  }

  /**
   * Parses {@code [+|-]PATTERN[:LINE][@all]}; without a sign it is inclusive.
   *
   * @param text such as {@code +com.app}, {@code -Orders.java:42} or {@code -com.app.Cache@all}
   * @throws IllegalArgumentException in one line, saying what is wrong
   */
  public static Filter parse(String text) {
    String rest = text.strip();
    boolean exclusive = rest.startsWith("-");
    if (exclusive || rest.startsWith("+")) {
      rest = rest.substring(1);
    }
    boolean allFrames = rest.endsWith(ALL_FRAMES);
    if (allFrames) {
      rest = rest.substring(0, rest.length() - ALL_FRAMES.length());
    }
    if (rest.indexOf('@') >= 0) {
      throw new IllegalArgumentException(
          "the filter '" + text + "' can end in @all only, which means any frame of the stack");
    }
    int colon = rest.lastIndexOf(':');
    int line = colon < 0 ? 0 : line(rest.substring(colon + 1), text);
    return new Filter(!exclusive, colon < 0 ? rest : rest.substring(0, colon), line, allFrames);
  }

  private static int line(String digits, String text) {
    try {
      int line = Integer.parseInt(digits);
      if (line > 0) {
        return line;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new IllegalArgumentException(
        "the line of the filter '" + text + "' must be a number from 1 up, not '" + digits + "'");
  }
}
