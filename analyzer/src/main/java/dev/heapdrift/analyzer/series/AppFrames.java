package dev.heapdrift.analyzer.series;

import dev.heapdrift.snapshot.Frame;
import java.util.List;
import java.util.Optional;

/** Tells the frames of the application from those of the JDK and of heapdrift's agent. */
public final class AppFrames {
  private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

  // Not dev.heapdrift as a whole: the sample applications are applications.
  private static final List<String> OURS =
      List.of(
          "dev.heapdrift.agent.",
          "dev.heapdrift.api.",
          "dev.heapdrift.boot.",
          "dev.heapdrift.hooks.",
          "dev.heapdrift.shaded.",
          "dev.heapdrift.snapshot.");

  private AppFrames() {}

  /** Whether a class is neither the JDK's nor ours. */
  public static boolean isApplication(String className) {
    return JDK.stream().noneMatch(className::startsWith)
        && OURS.stream().noneMatch(className::startsWith);
  }

  /** The most recent frame that is the application's. */
  public static Optional<Frame> first(List<Frame> stack) {
    return stack.stream().filter(frame -> isApplication(frame.className())).findFirst();
  }
}
