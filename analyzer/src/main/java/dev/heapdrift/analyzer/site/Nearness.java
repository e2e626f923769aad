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

  /** Frames of the application from an insertion on: the method that fills, and its caller. */
  private static final int CALL = 2;

  /** Frames below a call that must agree, lines and all, for it to be the same one. */
  private static final int CALLERS = 3;

  private Nearness() {}

  /**
   * Whether something happens in the very call that fills a container: the method that fills it, or
   * the one that calls that, stands in both stacks with the same callers. Callees and lines within
   * the call may differ, and either stack may be cut off far below.
   *
   * @param filling stack in which the container is filled
   * @param stack stack in which the other thing happens
   */
  public static boolean sameCall(List<Frame> filling, List<Frame> stack) {
    int found = 0;
    for (int i = 0; i < filling.size() && found < CALL; i++) {
      if (AppFrames.isApplication(filling.get(i).className())) {
        found++;
        for (int j = 0; j < stack.size(); j++) {
          boolean method = filling.get(i).method().equals(stack.get(j).method());
          if (method && sameCallers(below(filling, i), below(stack, j))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static List<Frame> below(List<Frame> stack, int at) {
    return stack.subList(at + 1, stack.size());
  }

  private static boolean sameCallers(List<Frame> some, List<Frame> others) {
    int known = Math.min(CALLERS, Math.min(some.size(), others.size()));
    return known == 0
        ? some.equals(others)
        : some.subList(0, known).equals(others.subList(0, known));
  }

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
