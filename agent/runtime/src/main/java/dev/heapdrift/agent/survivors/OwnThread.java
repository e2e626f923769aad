package dev.heapdrift.agent.survivors;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Set;

/**
 * Keeps what the agent's own thread makes at once, such as a snapshot, out of the recorder's
 * samples: so many small objects would push those that have survived out of the queue.
 *
 * <p>The recorder leaves threads out that it is told of, as it does its own; and it tells nothing
 * on their behalf, so nobody asks it who is left out. For ever is too long for another reason: it
 * tells only what was sampled before the last collection that found a sampled object dead, which in
 * a program that keeps all it makes are the agent's few. These are internals: where they are
 * different, nobody is left out.
 */
final class OwnThread {
  private static final String MODULE = "jdk.jfr";
  private static final String INTERNALS = "jdk.jfr.internal";

  private final Object recorder;
  private final Method exclude;
  private final Method include;

  private OwnThread(Object recorder, Method exclude, Method include) {
    this.recorder = recorder;
    this.exclude = exclude;
    this.include = include;
  }

  /** Opens the recorder's internals; only once it has been started. */
  static OwnThread open(Instrumentation jvm) {
    try {
      Module jfr = ModuleLayer.boot().findModule(MODULE).orElseThrow();
      Set<Module> agent = Set.of(OwnThread.class.getModule());
      jvm.redefineModule(jfr, Set.of(), Map.of(INTERNALS, agent), Map.of(), Set.of(), Map.of());
      Class<?> internals = Class.forName(INTERNALS + ".JVM");
      Method exclude = internals.getMethod("exclude", Thread.class);
      boolean isStatic = Modifier.isStatic(exclude.getModifiers()); // in newer JDKs
      Object recorder = isStatic ? null : internals.getMethod("getJVM").invoke(null);
      return new OwnThread(recorder, exclude, internals.getMethod("include", Thread.class));
    } catch (ReflectiveOperationException | RuntimeException | LinkageError different) {
      return new OwnThread(null, null, null);
    }
  }

  /** Work that may fail in one way. */
  interface Work<T, E extends Exception> {
    /** Does it. */
    T run() throws E;
  }

  /** Does work of which nothing is sampled that this thread allocates. */
  <T, E extends Exception> T unsampled(Work<T, E> work) throws E {
    tell(exclude);
    try {
      return work.run();
    } finally {
      tell(include);
    }
  }

  private void tell(Method what) {
    if (what != null) {
      try {
        what.invoke(recorder, Thread.currentThread());
      } catch (ReflectiveOperationException | RuntimeException different) {
        // As before, then: the agent's objects are sampled like any other.
      }
    }
  }
}
