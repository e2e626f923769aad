package dev.heapdrift.agent.verdict;

/** What went wrong, for people. */
final class Line {
  private Line() {}

  /** One line, and none of the exception itself: its class may be one of the analyzer's. */
  static String of(Throwable problem) {
    String message = problem.getMessage();
    return (message == null ? problem.toString() : message).replace('\n', ' ');
  }
}
