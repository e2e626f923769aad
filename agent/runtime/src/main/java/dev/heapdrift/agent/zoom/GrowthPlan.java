package dev.heapdrift.agent.zoom;

import dev.heapdrift.agent.owner.Jdk;
import dev.heapdrift.snapshot.Frame;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What to look at for one container, from its growth stacks, or from who holds it.
 *
 * @param classes names of the classes whose calls are looked at
 * @param calls the calls that the stacks themselves show
 * @param inserters the application's frames through which it is filled
 */
record GrowthPlan(Set<String> classes, Set<Call> calls, Set<Frame> inserters) {
  /** Growth stacks looked at. */
  private static final int STACKS = 3;

  /** Frames of the application looked at in each. */
  private static final int FRAMES = 3;

  /** A call that a growth stack shows: the line that made it, and the name of what it called. */
  record Call(String className, String method, int line, String callee) {}

  /** The class that fills it most often, or holds it where no stack tells; null for none. */
  String inserter() {
    return classes.isEmpty() ? null : classes.iterator().next();
  }

  /** Whether a stack shows this line calling something of another name than {@code callees}. */
  boolean showsOtherCall(String className, String method, int line, Set<String> callees) {
    for (Call call : calls) {
      if (call.line() == line
          && call.method().equals(method)
          && call.className().equals(className)
          && !callees.contains(call.callee())) {
        return true;
      }
    }
    return false;
  }

  /** Chooses from the stacks, passing over the JDK's frames and the container's own. */
  static GrowthPlan of(ZoomCandidate candidate, LoadedTypes types) {
    GrowthPlan plan = new GrowthPlan(new LinkedHashSet<>(), new HashSet<>(), new LinkedHashSet<>());
    Set<String> own = ownClasses(candidate.type());
    List<List<Frame>> stacks = candidate.stacks().get();
    for (List<Frame> stack : stacks.subList(0, Math.min(STACKS, stacks.size()))) {
      plan.add(stack, own, types);
    }
    if (stacks.isEmpty() && candidate.holder() != null) {
      plan.classes().add(candidate.holder());
    }
    return plan;
  }

  private void add(List<Frame> stack, Set<String> own, LoadedTypes types) {
    String callee = null;
    int taken = 0;
    for (Frame frame : stack) {
      boolean inside = callee == null || own.contains(frame.className()) || jdk(frame, types);
      if (taken > 0 && inside) {
        continue;
      }
      if (!inside) {
        if (taken == 0 && ContainerCalls.mayInsert(callee)) {
          calls.add(new Call(frame.className(), frame.methodName(), frame.line(), callee));
        }
        classes.add(frame.className());
        inserters.add(frame);
        if (++taken == FRAMES) {
          return;
        }
      }
      callee = frame.methodName();
    }
  }

  private static Set<String> ownClasses(Class<?> type) {
    Set<String> names = new HashSet<>();
    for (Class<?> c = type; c != null && !Jdk.declares(c); c = c.getSuperclass()) {
      names.add(c.getName());
    }
    return names;
  }

  private static boolean jdk(Frame frame, LoadedTypes types) {
    List<Class<?>> named = types.named(frame.className());
    return named.isEmpty() ? frame.className().startsWith("java.") : Jdk.declares(named.get(0));
  }
}
