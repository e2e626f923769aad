package dev.heapdrift.junit;

import dev.heapdrift.api.Heapdrift;
import java.util.Optional;

/**
 * Provides an agent that counts every allocation with its stack. For one measurement at a time:
 * {@link #missing}, then {@link #release}.
 */
final class AgentAccess {

  /**
   * Frames kept of each stack: enough to lead from what a deep library allocates back to the
   * scenario.
   */
  private static final int FRAMES = 64;

  /** With fewer frames the scenario's own objects cannot be told from others. */
  private static final int LEAST_FRAMES = 32;

  /** Frames that were kept when the measurement began; 0 when nothing was traced. */
  private static int framesBefore;

  private AgentAccess() {}

  /** Attaches an agent where there is none and starts tracing; else one line on what is missing. */
  static Optional<String> missing() {
    Optional<String> absent = absent();
    if (absent.isPresent()) {
      return absent;
    }
    try {
      return trace() ? Optional.empty() : Optional.of("the agent does not trace allocations");
    } catch (IllegalStateException e) {
      return Optional.of("the agent does not trace allocations: " + e.getMessage());
    }
  }

  /** Attaches an agent where there is none; else one line on what to add. */
  static Optional<String> absent() {
    return Heapdrift.isActive() ? Optional.empty() : SelfAttach.attach();
  }

  private static boolean trace() {
    framesBefore = Heapdrift.isTracing() ? Heapdrift.getTracebackLimit() : 0;
    if (framesBefore > 0 && framesBefore < LEAST_FRAMES) {
      Heapdrift.pause();
    }
    if (!started()) {
      return false;
    }
    Heapdrift.clearTraces(); // what was made before says nothing of growth, and takes long to name
    if (Heapdrift.takeSnapshot().contents().agent().level().equals("sample")) {
      throw new IllegalStateException(
          "at level sample it counts only some of them; start it with level=watch or level=exact");
    }
    return true;
  }

  /** Asks twice: on a busy machine the hooks of a whole JVM may take longer than an answer. */
  private static boolean started() {
    try {
      return Heapdrift.start(FRAMES);
    } catch (IllegalStateException e) {
      return Heapdrift.start(FRAMES);
    }
  }

  /** Has other tests run as before: tracing with such deep stacks slows them down. */
  static void release() {
    if (Heapdrift.isTracing() && framesBefore < LEAST_FRAMES) {
      Heapdrift.pause();
      if (framesBefore > 0) {
        Heapdrift.start(framesBefore);
      }
    }
  }
}
