package dev.heapdrift.agent.alloc.hook;

/**
 * Classes of the JDK whose allocations are not hooked, with the reason. A closed list; what it
 * costs is in docs/limits.md.
 */
final class DangerousClasses {

  /** Beginnings of internal names. */
  private static final String[] PREFIXES = {
    // The doors, and what they and the recorder behind them are made of: a hook there would be met
    // by every hook.
    "java/lang/Heapdrift",
    "java/lang/ref/",
    "java/util/concurrent/ThreadLocalRandom",
    "java/util/concurrent/atomic/",
    // Threads in the making, and where their locals lie: the current thread may not be whole yet,
    // or, for a virtual one, be two at once.
    "java/lang/Thread",
    "java/lang/InheritableThreadLocal",
    "java/lang/VirtualThread",
    "java/lang/BaseVirtualThread",
    "java/lang/Shutdown",
    "jdk/internal/vm/",
    // Inside a lock that is just being waited for or handed over.
    "java/util/concurrent/locks/",
    // Stacks: the recorder takes one for each allocation in the JDK.
    "java/lang/Throwable",
    "java/lang/Stack",
    "java/lang/LiveStackFrame",
    // Linking of method handles and invokedynamic, and the class files written for it. HotSpot
    // compiles it by rules of its own.
    "java/lang/invoke/",
    "java/lang/runtime/",
    "java/lang/String$$", // hidden classes of concatenations, counted at their invokedynamic
    "java/lang/classfile/",
    "jdk/internal/classfile/",
    "jdk/internal/constant/",
    "jdk/internal/org/objectweb/",
    "sun/invoke/",
    // Loading of classes, in which the hooks themselves are put in.
    "java/lang/ClassLoader",
    "java/lang/Module",
    "java/lang/instrument/",
    "java/lang/module/",
    "jdk/internal/jimage/",
    "jdk/internal/loader/",
    "jdk/internal/module/",
    "sun/instrument/",
    // Raw memory and reflection's accessors: what they make is counted at their callers.
    "jdk/internal/misc/",
    "jdk/internal/reflect/",
    "jdk/internal/ref/",
    // The flight recorder changes its own classes, and writes in the middle of anything.
    "jdk/internal/event/",
    "jdk/jfr/",
  };

  /** Whole internal names. */
  private static final String[] NAMES = {"java/lang/Class", "java/lang/Object"};

  private DangerousClasses() {}

  /** Whether a class of the JDK is left alone. */
  static boolean has(String internalName) {
    for (String prefix : PREFIXES) {
      if (internalName.startsWith(prefix)) {
        return true;
      }
    }
    int nested = internalName.indexOf('$');
    String outer = nested < 0 ? internalName : internalName.substring(0, nested);
    for (String name : NAMES) {
      if (outer.equals(name)) {
        return true;
      }
    }
    return false;
  }
}
