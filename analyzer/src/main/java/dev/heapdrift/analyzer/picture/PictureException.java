package dev.heapdrift.analyzer.picture;

/** A picture cannot be drawn or written; the message is one line for the user. */
public final class PictureException extends Exception {
  private static final long serialVersionUID = 1;

  PictureException(String message, Throwable cause) {
    super(message, cause);
  }
}
