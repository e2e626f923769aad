package dev.heapdrift.analyzer.report;

/**
 * What the reader's terminal can show.
 *
 * @param colour whether it takes ANSI colours
 * @param unicode whether it shows block characters and arrows
 */
public record Style(boolean colour, boolean unicode) {
  /** For files and pipes. */
  public static final Style PLAIN = new Style(false, false);

  String strong(String text) {
    return sgr("1", text);
  }

  String faint(String text) {
    return sgr("2", text);
  }

  String red(String text) {
    return sgr("1;31", text);
  }

  String yellow(String text) {
    return sgr("33", text);
  }

  String green(String text) {
    return sgr("32", text);
  }

  String plusMinus() {
    return unicode ? "±" : "+-";
  }

  String arrow() {
    return unicode ? "→" : "->";
  }

  private String sgr(String code, String text) {
    return colour ? "\u001b[" + code + 'm' + text + "\u001b[0m" : text;
  }
}
