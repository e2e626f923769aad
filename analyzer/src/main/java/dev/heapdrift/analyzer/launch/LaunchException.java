package dev.heapdrift.analyzer.launch;

/** A program cannot be run under the agent; the message is one line for the user. */
public final class LaunchException extends Exception {
  private static final long serialVersionUID = 1;

  /**
   * What stands in the way.
   *
   * @param message one line
   */
  public LaunchException(String message) {
    super(message);
  }
}
