package dev.heapdrift.agent.growth;

import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.List;

/**
 * The hooks in the JDK's classes: in its collections, and in what other tables add. The door must
 * be loaded before: a hook that meets it unloaded ends the JVM with a ClassCircularityError.
 *
 * <p>Installing and closing are for one thread; {@link #missing} for any.
 */
public final class JdkHooks implements AutoCloseable {
  private static final String NOT_NOTICED = " is not noticed";

  private final Instrumentation instrumentation;
  private final JdkGrowthTransformer transformer;
  private final List<Class<?>> hooked = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();

  private JdkHooks(Instrumentation instrumentation, List<? extends HookedClass> rows) {
    this.instrumentation = instrumentation;
    this.transformer = new JdkGrowthTransformer(rows);
  }

  /**
   * Hooks every structure of the table, and more classes, in one batch. Never fails: what could not
   * be hooked is told by {@link #missing}.
   */
  public static JdkHooks installWith(
      List<? extends HookedClass> more, Instrumentation instrumentation) {
    List<HookedClass> rows = new ArrayList<>(GrowthTable.rows());
    rows.addAll(more);
    return install(instrumentation, rows);
  }

  static JdkHooks install(Instrumentation instrumentation, List<? extends HookedClass> rows) {
    JdkHooks hooks = new JdkHooks(instrumentation, rows);
    for (HookedClass row : rows) {
      hooks.load(row);
    }
    instrumentation.addTransformer(hooks.transformer, true);
    hooks.retransform();
    for (HookedClass row : rows) {
      hooks.check(row);
    }
    return hooks;
  }

  /** One sentence for each structure or method that is not watched in this JVM. */
  public List<String> missing() {
    return List.copyOf(missing);
  }

  /** Takes all hooks out again. */
  @Override
  public void close() {
    instrumentation.removeTransformer(transformer);
    retransform();
  }

  private void load(HookedClass row) {
    try {
      hooked.add(Class.forName(row.className(), false, null));
    } catch (ClassNotFoundException e) {
      if (row.className().startsWith("java.")) { // else a module that this JVM runs without
        missing.add(row.className() + " is not in this JDK: its " + row.watched() + NOT_NOTICED);
      }
    }
  }

  private void retransform() {
    try {
      instrumentation.retransformClasses(hooked.toArray(new Class<?>[0]));
    } catch (UnmodifiableClassException | RuntimeException | LinkageError | InternalError e) {
      retransformOneByOne();
    }
  }

  /** One class that the JVM refuses must not cost the others their hooks. */
  private void retransformOneByOne() {
    for (Class<?> c : hooked) {
      try {
        instrumentation.retransformClasses(c);
      } catch (UnmodifiableClassException | RuntimeException | LinkageError | InternalError e) {
        missing.add(c.getName() + " could not be hooked: its use" + NOT_NOTICED + " (" + e + ")");
      }
    }
  }

  private void check(HookedClass row) {
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
