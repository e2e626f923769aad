package dev.heapdrift.analyzer.json;

/** A file that cannot be used; the message is one line that says where and why. */
public final class JsonFileException extends Exception {
  private static final long serialVersionUID = 1;

  JsonFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
