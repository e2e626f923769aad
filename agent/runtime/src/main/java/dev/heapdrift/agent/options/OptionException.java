package dev.heapdrift.agent.options;

/** An option that cannot be honoured; the message is one line, written for the user. */
public final class OptionException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  OptionException(String message) {
    super(message);
  }
}
