package dev.heapdrift.analyzer.control;

/** A JVM cannot be asked, or refuses; the message is one line for the user. */
public final class AttachException extends Exception {
  private static final long serialVersionUID = 1;

  /** With one line. */
  public AttachException(String message) {
    super(message);
  }

  /** With what the JDK says, which often is no sentence. */
  public AttachException(String what, Exception cause) {
    super(what + ": " + (cause.getMessage() == null ? cause.toString() : cause.getMessage()));
  }
}
