package dev.heapdrift.analyzer.site;

import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.stats.AppFrames;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Whether two things happen in the same part of the application, by the first frames of both. */
public final class Nearness {
  /**
   * Frames of the application that count as near: an object, what it holds and the call that keeps
   * it are seldom further apart, and requests of different kinds seldom closer together.
   */
  public static final int REACH = 4;

  private Nearness() {}

  /** The first methods of the application in a stack, at most so many. */
  public static Set<String> methods(List<Frame> stack, int reach) {
    Set<String> methods = new LinkedHashSet<>();
    int found = 0;
    for (Frame frame : stack) {
      if (found < reach && AppFrames.isApplication(frame.className())) {
        methods.add(frame.method());
        found++;
      }
    }
    return methods;
  }
}
