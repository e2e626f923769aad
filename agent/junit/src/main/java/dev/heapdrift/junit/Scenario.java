package dev.heapdrift.junit;

import dev.heapdrift.api.Trace;
import org.junit.jupiter.api.function.Executable;

/**
 * Runs what is repeated. The frame of {@link #once} in an allocation's stack tells what the
 * scenario made on its own thread from what other threads made meanwhile.
 */
final class Scenario {
  private static final String CLASS = Scenario.class.getName();
  private static final String METHOD = "once";

  private Scenario() {}

  /** One run; whatever it throws goes on to the test. */
  static void once(Executable body) throws Throwable {
    body.execute();
  }

  /** Whether the scenario's own thread made what a trace stands for. */
  static boolean made(Trace trace) {
    return trace.traceback().frames().stream()
        .anyMatch(frame -> frame.className().equals(CLASS) && frame.methodName().equals(METHOD));
  }
}
