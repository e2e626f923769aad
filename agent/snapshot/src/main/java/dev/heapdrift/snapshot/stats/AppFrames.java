package dev.heapdrift.snapshot.stats;

import dev.heapdrift.snapshot.Frame;
import java.util.List;
import java.util.Optional;

/** Tells the frames of the application from those of the JDK and of heapdrift's agent. */
public final class AppFrames {
  private static final String[] JDK = {"java.", "javax.", "jdk.", "sun.", "com.sun."};

  // Not dev.heapdrift as a whole: the sample applications are applications.
  private static final String[] OURS = {
    "dev.heapdrift.agent.",
    "dev.heapdrift.api.",
    "dev.heapdrift.boot.",
    "dev.heapdrift.hooks.",
    "dev.heapdrift.junit.",
    "dev.heapdrift.shaded.",
    "dev.heapdrift.snapshot.",
  };

  private AppFrames() {}

  /** Whether a class is neither the JDK's nor ours. */
  public static boolean isApplication(String className) {
    return !startsWithAny(JDK, className) && !startsWithAny(OURS, className);
  }

  /**
   * Whether the most recent frame outside the JDK is ours: what the agent does on a thread of the
   * application, as when a class is loaded there and it changes it.
   */
  public static boolean byAgent(List<Frame> stack) {
    for (Frame frame : stack) {
      if (!startsWithAny(JDK, frame.className())) {
        return startsWithAny(OURS, frame.className());
      }
    }
    return false;
  }

  private static boolean startsWithAny(String[] prefixes, String className) {
    for (String prefix : prefixes) {
      if (className.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  /** The most recent frame that is the application's. */
  public static Optional<Frame> first(List<Frame> stack) {
    for (Frame frame : stack) {
      if (isApplication(frame.className())) {
        return Optional.of(frame);
      }
    }
    return Optional.empty();
  }

  /**
   * The frame that a stack counts for: the first of the application, or, in a stack of nothing but
   * the JDK, as of a pool's own thread, the most recent one; null for a stack of no frames.
   */
  public static Frame site(List<Frame> stack) {
    return first(stack).orElse(stack.isEmpty() ? null : stack.get(0));
  }
}
