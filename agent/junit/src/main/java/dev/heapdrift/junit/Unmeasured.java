package dev.heapdrift.junit;

/** What was to be measured cannot be; the message says why and what would help, in one line. */
final class Unmeasured extends Exception {
  private static final long serialVersionUID = 1L;

  Unmeasured(String message) {
    super(message);
  }
}
