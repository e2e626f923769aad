package dev.heapdrift.analyzer.demo;

/** The demonstration cannot go on; the message is one line for the user. */
public final class DemoException extends Exception {
  private static final long serialVersionUID = 1;

  DemoException(String message) {
    super(message);
  }
}
