package dev.heapdrift.analyzer.lines;

/** A question about the lines of a file has no answer; the message is one line for the user. */
public final class LinesException extends Exception {
  private static final long serialVersionUID = 1;

  LinesException(String message) {
    super(message);
  }
}
