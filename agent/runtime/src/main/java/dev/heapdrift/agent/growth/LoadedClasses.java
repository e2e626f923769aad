package dev.heapdrift.agent.growth;

import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Retransforms classes that were loaded before a transformer came or went: those of the application
 * when the agent is attached to a running JVM, those that were hooked when it leaves.
 *
 * <p>In batches, because each one is a pause of the application (1 to 3 ms for 64 classes) and
 * throws compiled code away, all of it the first time: the caller decides when. For one thread.
 */
public final class LoadedClasses {

  /** Classes retransformed in one pause. */
  static final int BATCH = 64;

  private final Instrumentation instrumentation;

  /** Weak, for the catching up must keep no class loader alive. */
  private final List<WeakReference<Class<?>>> waiting = new ArrayList<>();

  private LoadedClasses(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  /**
   * The classes that are loaded now and wanted.
   *
   * @param wanted asked once for each class; must neither load nor initialise anything
   */
  public static LoadedClasses of(Instrumentation instrumentation, Predicate<Class<?>> wanted) {
    LoadedClasses classes = new LoadedClasses(instrumentation);
    for (Class<?> c : instrumentation.getAllLoadedClasses()) {
      if (instrumentation.isModifiableClass(c) && wanted.test(c)) {
        classes.waiting.add(new WeakReference<>(c));
      }
    }
    return classes;
  }

  /**
   * Retransforms the next batch. A class that the JVM refuses stays as it is.
   *
   * @return whether more are waiting
   */
  public boolean step() {
    List<Class<?>> batch = new ArrayList<>(BATCH);
    while (batch.size() < BATCH && !waiting.isEmpty()) {
      Class<?> c = waiting.remove(waiting.size() - 1).get();
      if (c != null) {
        batch.add(c);
      }
    }
    if (!retransform(batch.toArray(new Class<?>[0]))) {
      batch.forEach(this::retransform); // one that is refused must not cost the others theirs
    }
    return !waiting.isEmpty();
  }

  /** Whether none is waiting. */
  public boolean done() {
    return waiting.isEmpty();
  }

  /** Retransforms all that are waiting, batch after batch. */
  void all() {
    boolean more = true;
    while (more) {
      more = step();
    }
  }

  private boolean retransform(Class<?>... classes) {
    try {
      if (classes.length > 0) {
        instrumentation.retransformClasses(classes);
      }
      return true;
    } catch (UnmodifiableClassException | RuntimeException | LinkageError | InternalError e) {
      return false;
    }
  }
}
