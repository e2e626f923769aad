package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.series.NamePattern;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.stats.AppFrames;
import java.util.List;
import java.util.Set;

/** Tells by package names which classes come from the same hands. */
final class Library {
  /** Names under which unrelated projects live, so that a third segment is needed. */
  private static final Set<String> UMBRELLAS =
      Set.of(
          "com.github",
          "com.google",
          "io.github",
          "org.apache",
          "org.codehaus",
          "org.eclipse",
          "org.jboss");

  private Library() {}

  /** The package prefix that names a class's library: {@code org.h2}, {@code org.apache.kafka}. */
  static String of(String className) {
    int first = className.indexOf('.');
    int second = className.indexOf('.', first + 1);
    if (first < 0) {
      return "";
    }
    if (second < 0) {
      return className.substring(0, first);
    }
    String prefix = className.substring(0, second);
    int third = className.indexOf('.', second + 1);
    return UMBRELLAS.contains(prefix) && third > 0 ? className.substring(0, third) : prefix;
  }

  /**
   * The first frame of the application: of {@code include} where given, else the first outside the
   * JDK and outside the library of the inserting frame.
   *
   * @param callers frames from the inserting one on
   * @return null when there is none
   */
  static Frame application(List<Frame> callers, List<NamePattern> include) {
    for (Frame frame : callers) {
      String name = frame.className();
      boolean found =
          include.isEmpty()
              ? AppFrames.isApplication(name) && !of(name).equals(of(callers.get(0).className()))
              : NamePattern.any(include, name);
      if (found) {
        return frame;
      }
    }
    return null;
  }
}
