package dev.heapdrift.agent.hosts;

/** This machine, or this JDK, cannot have that host; the message says why in one clause. */
final class NotHereException extends Exception {
  private static final long serialVersionUID = 1;

  NotHereException(String why) {
    super(why);
  }
}
