package dev.heapdrift.analyzer.control;

import java.nio.file.FileSystemException;

/** A JVM cannot be asked, or refuses; the message is one line for the user. */
public final class AttachException extends Exception {
  private static final long serialVersionUID = 1;

  /** With one line. */
  public AttachException(String message) {
    super(message);
  }

  /** With what the JDK says, which often is no sentence. */
  public AttachException(String what, Exception cause) {
    super(what + ": " + said(cause));
  }

  /** Many exceptions of the file system tell nothing but the file; their class tells the rest. */
  private static String said(Exception cause) {
    boolean onlyTheFile = cause instanceof FileSystemException f && f.getReason() == null;
    return onlyTheFile || cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }
}
