package dev.heapdrift.agent.growth;

import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.List;

/**
 * The hooks in the JDK's classes: in its collections, and in what other tables add. The door must
 * be loaded before: a hook that meets it unloaded ends the JVM with a ClassCircularityError.
 *
 * <p>For one thread at a time.
 */
public final class JdkHooks implements AutoCloseable {
  private static final String NOT_NOTICED = " is not noticed";

  private final Instrumentation instrumentation;
  private final List<JdkTransformer> transformers = new ArrayList<>();
  private final List<Class<?>> hooked = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();

  private JdkHooks(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  /** Hooks every structure of the table, as {@link #hook} does. */
  public static JdkHooks install(Instrumentation instrumentation) {
    return install(instrumentation, GrowthTable.rows());
  }

  static JdkHooks install(Instrumentation instrumentation, List<? extends HookedClass> rows) {
    JdkHooks hooks = new JdkHooks(instrumentation);
    hooks.hook(rows);
    return hooks;
  }

  /**
   * Hooks classes in one batch, which is one pause of the application. Never fails: what could not
   * be hooked is told by {@link #missing}.
   */
  public void hook(List<? extends HookedClass> rows) {
    JdkTransformer transformer = new JdkTransformer(rows);
    transformers.add(transformer);
    List<Class<?>> batch = new ArrayList<>();
    for (HookedClass row : rows) {
      load(row, batch);
    }
    instrumentation.addTransformer(transformer, true);
    hooked.addAll(batch);
    retransform(batch);
    for (HookedClass row : rows) {
      check(row, transformer);
    }
  }

  /** One sentence for each structure or method that is not watched in this JVM. */
  public List<String> missing() {
    return List.copyOf(missing);
  }

  /** Takes all hooks out again. */
  @Override
  public void close() {
    for (JdkTransformer transformer : transformers) {
      instrumentation.removeTransformer(transformer);
    }
    retransform(hooked);
  }

  private void load(HookedClass row, List<Class<?>> batch) {
    try {
      batch.add(Class.forName(row.className(), false, null));
    } catch (ClassNotFoundException e) {
      if (row.className().startsWith("java.")) { // else a module that this JVM runs without
        missing.add(row.className() + " is not in this JDK: its " + row.watched() + NOT_NOTICED);
      }
    }
  }

  private void retransform(List<Class<?>> batch) {
    try {
      instrumentation.retransformClasses(batch.toArray(new Class<?>[0]));
    } catch (UnmodifiableClassException | RuntimeException | LinkageError | InternalError e) {
      retransformOneByOne(batch);
    }
  }

  /** One class that the JVM refuses must not cost the others their hooks. */
  private void retransformOneByOne(List<Class<?>> batch) {
    for (Class<?> c : batch) {
      try {
        instrumentation.retransformClasses(c);
      } catch (UnmodifiableClassException | RuntimeException | LinkageError | InternalError e) {
        missing.add(c.getName() + " could not be hooked: its use" + NOT_NOTICED + " (" + e + ")");
      }
    }
  }

  private void check(HookedClass row, JdkTransformer transformer) {
    String failure = transformer.failure(row);
    if (failure != null) {
      missing.add(
          row.className()
              + " could not be hooked: its "
              + row.watched()
              + NOT_NOTICED
              + " ("
              + failure
              + ")");
      return;
    }
    for (HookedMethod method : row.methods()) {
      if (!transformer.bound(row, method) && loaded(row)) {
        missing.add(
            row.className()
                + "."
                + method.name()
                + " is not in this JDK as it was in 17 and 25: "
                + row.watched()
                + " through it"
                + NOT_NOTICED);
      }
    }
  }

  private boolean loaded(HookedClass row) {
    for (Class<?> c : hooked) {
      if (c.getName().equals(row.className())) {
        return true;
      }
    }
    return false;
  }
}
