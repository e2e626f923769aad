package dev.heapdrift.agent.owner;

import dev.heapdrift.agent.growth.GrowthTable;
import dev.heapdrift.agent.growth.Structure;
import dev.heapdrift.agent.heap.FieldLayouts;
import dev.heapdrift.agent.heap.FieldLayouts.RefField;
import dev.heapdrift.agent.heap.SelfLinks;
import dev.heapdrift.agent.owner.ClassPlan.Kind;
import dev.heapdrift.hooks.Door;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides once per class and walk which fields are worth following. Most objects of an application
 * are leaves by this: they hold strings, boxes and numbers only, and are neither hashed nor queued.
 */
final class ClassPlans {
  /** Types that refer to nothing that matters, whoever holds them. */
  private static final Set<String> LEAVES =
      Set.of(
          "java.lang.Class",
          "java.lang.Module",
          "java.lang.ModuleLayer",
          "java.lang.Package",
          "java.lang.NamedPackage",
          "java.lang.StackTraceElement",
          "java.lang.String",
          "java.lang.ThreadGroup",
          "java.math.BigDecimal",
          "java.math.BigInteger",
          "java.net.URI",
          "java.net.URL",
          "java.security.AccessControlContext",
          "java.security.CodeSource",
          "java.security.ProtectionDomain",
          "java.util.Date",
          "java.util.Locale",
          "java.util.UUID",
          "java.util.regex.Pattern");

  private static final Set<String> LEAF_PACKAGES =
      Set.of("java.lang.invoke", "java.lang.module", "java.lang.reflect", "java.time");

  /** All that is followed of what the JDK keeps in a thread; its name and group say nothing. */
  private static final Set<String> OF_THREADS =
      Set.of("target", "holder", "uncaughtExceptionHandler");

  /**
   * What lies between a worker and its work. A pool's own threads and tasks refer to it, and the
   * threads of timers and Cleaners to what waits for them, whoever uses them: that says nothing
   * about who holds the pool.
   */
  private static final Set<String> OF_WORKERS =
      Set.of(
          "java.util.TimerThread.queue",
          "java.util.concurrent.ForkJoinWorkerThread.pool",
          "java.util.concurrent.ForkJoinWorkerThread.workQueue",
          "java.util.concurrent.ScheduledThreadPoolExecutor$ScheduledFutureTask.this$0",
          "java.util.concurrent.ThreadPoolExecutor$Worker.this$0");

  /** Threads that the JDK makes for itself, a Cleaner's among them. */
  private static final String OF_THE_JDK = "jdk.internal.misc.InnocuousThread";

  private final FieldLayouts layouts;
  private final SuspectTable suspects;
  private final ClassLoader ours;
  private final Map<Class<?>, ClassPlan> plans = new HashMap<>();
  private Class<?> last;
  private ClassPlan lastPlan;

  /**
   * Plans for one walk.
   *
   * @param ours loader of the agent's own classes, which are leaves; null when there is none
   */
  ClassPlans(FieldLayouts layouts, SuspectTable suspects, ClassLoader ours) {
    this.layouts = layouts;
    this.suspects = suspects;
    this.ours = ours;
  }

  ClassPlan of(Class<?> c) {
    if (c != last) {
      lastPlan = plans.computeIfAbsent(c, this::plan);
      last = c;
    }
    return lastPlan;
  }

  /** Whether the agent put the class there. */
  boolean isOurs(Class<?> c) {
    return (ours != null && c.getClassLoader() == ours)
        || c.getName().startsWith(Door.class.getName());
  }

  /** Static fields of a class that are worth following. */
  List<RefField> statics(Class<?> c) {
    List<RefField> worth = new ArrayList<>();
    for (RefField field : layouts.staticFields(c)) {
      if (worthFollowing(field)) {
        worth.add(field);
      }
    }
    return worth;
  }

  private ClassPlan plan(Class<?> c) {
    SuspectTable.OfType sought = suspects.ofType(c);
    if (isOurs(c) || isLeaf(c)) {
      return new ClassPlan(Kind.LEAF, List.of(), List.of(), List.of(), null, sought);
    }
    if (c.isArray()) {
      boolean leaf = isLeaf(c.getComponentType()) && !suspects.seeks(c.getComponentType());
      Kind kind = leaf ? Kind.LEAF : Kind.ARRAY;
      return new ClassPlan(kind, List.of(), List.of(), List.of(), null, sought);
    }
    Structure structure = GrowthTable.of(c);
    List<Step.Field> follow = follow(c, structure != null);
    List<Step.Field> later = follow.stream().filter(step -> isOfWorker(c, step.field())).toList();
    follow.removeAll(later);
    Kind kind =
        structure != null
            ? Kind.CONTAINER
            : ThreadLocal.class.isAssignableFrom(c)
                ? Kind.THREAD_LOCAL
                : follow.isEmpty() && later.isEmpty() ? Kind.LEAF : Kind.PLAIN;
    List<RefField> links = kind == Kind.PLAIN ? links(c) : List.of();
    return new ClassPlan(kind, List.copyOf(follow), later, links, structure, sought);
  }

  /** Not the children that nodes keep in arrays. */
  private List<RefField> links(Class<?> c) {
    return SelfLinks.of(c, layouts).stream()
        .filter(field -> !field.descriptor().startsWith("["))
        .toList();
  }

  private List<Step.Field> follow(Class<?> c, boolean container) {
    boolean onlyTheApplications = container || ClassLoader.class.isAssignableFrom(c);
    List<Step.Field> follow = new ArrayList<>();
    for (RefField field : layouts.instanceFields(c)) {
      boolean jdk = Jdk.declares(field.declaring());
      if (!(jdk && onlyTheApplications) && worthFollowing(field)) {
        follow.add(new Step.Field(field));
      }
    }
    return follow;
  }

  private static boolean isOfWorker(Class<?> c, RefField field) {
    return field.declaring() == Thread.class
        ? c.getName().equals(OF_THE_JDK)
        : OF_WORKERS.contains(field.declaring().getName() + '.' + field.name());
  }

  private boolean worthFollowing(RefField field) {
    Class<?> declaring = field.declaring();
    if (declaring == Reference.class) {
      return false; // what is held weakly is not owned, and a raw read would strengthen it
    }
    if (declaring == Thread.class) {
      return OF_THREADS.contains(field.name());
    }
    if (declaring == Throwable.class && field.name().equals("backtrace")) {
      return false; // holds the JVM's own structures
    }
    return !leafDescriptor(field.descriptor());
  }

  private boolean leafDescriptor(String descriptor) {
    int dimensions = descriptor.lastIndexOf('[') + 1;
    if (descriptor.charAt(dimensions) != 'L') {
      return dimensions == 1 && !seeksPrimitives(descriptor);
    }
    String name = descriptor.substring(dimensions + 1, descriptor.length() - 1).replace('/', '.');
    return isLeafName(name);
  }

  private boolean seeksPrimitives(String descriptor) {
    return suspects.seeks(
        switch (descriptor.charAt(1)) {
          case 'I' -> int[].class;
          case 'J' -> long[].class;
          case 'D' -> double[].class;
          case 'B' -> byte[].class;
          case 'C' -> char[].class;
          default -> short[].class;
        });
  }

  private static boolean isLeaf(Class<?> c) {
    if (c.isPrimitive() || (c.isArray() && c.getComponentType().isPrimitive())) {
      return true;
    }
    return !c.isArray() && Jdk.declares(c) && isLeafName(c.getName());
  }

  private static boolean isLeafName(String name) {
    if (LEAVES.contains(name)) {
      return true;
    }
    int dot = name.lastIndexOf('.');
    return dot > 0 && (LEAF_PACKAGES.contains(name.substring(0, dot)) || isBox(name));
  }

  private static boolean isBox(String name) {
    return switch (name) {
      case "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Double",
          "java.lang.Float",
          "java.lang.Short",
          "java.lang.Byte",
          "java.lang.Character",
          "java.lang.Boolean" ->
          true;
      default -> false;
    };
  }
}
