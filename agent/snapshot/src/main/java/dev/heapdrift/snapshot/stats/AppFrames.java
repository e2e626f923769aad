package dev.heapdrift.snapshot.stats;

import dev.heapdrift.snapshot.Frame;
import java.util.List;
import java.util.Optional;

/** Tells the frames of the application from those of the JDK and of heapdrift's agent. */
public final class AppFrames {
  // Not dev.heapdrift as a whole: the sample applications are applications.
  private static final String[] FOREIGN = {
    "java.",
    "javax.",
    "jdk.",
    "sun.",
    "com.sun.",
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
    for (String prefix : FOREIGN) {
      if (className.startsWith(prefix)) {
        return false;
      }
    }
    return true;
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
