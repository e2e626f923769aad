package dev.heapdrift.agent.growth;

import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.List;

/**
 * The hooks in the JDK's collections. The door must be loaded before: a hook that meets it unloaded
 * ends the JVM with a ClassCircularityError.
 *
 * <p>Installing and closing are for one thread; {@link #missing} for any.
 */
public final class JdkGrowthProbe implements AutoCloseable {
  private final Instrumentation instrumentation;
  private final JdkGrowthTransformer transformer;
  private final List<Class<?>> hooked = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();

  private JdkGrowthProbe(Instrumentation instrumentation, List<Structure> rows) {
    this.instrumentation = instrumentation;
    this.transformer = new JdkGrowthTransformer(rows);
  }

  /**
   * Hooks every structure of the table in one batch. Never fails: what could not be hooked is told
   * by {@link #missing}.
   */
  public static JdkGrowthProbe install(Instrumentation instrumentation) {
    return install(instrumentation, GrowthTable.rows());
  }

  static JdkGrowthProbe install(Instrumentation instrumentation, List<Structure> rows) {
    JdkGrowthProbe probe = new JdkGrowthProbe(instrumentation, rows);
    for (Structure row : rows) {
      probe.load(row);
    }
    instrumentation.addTransformer(probe.transformer, true);
    probe.retransform();
    for (Structure row : rows) {
      probe.check(row);
    }
    return probe;
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

  private void load(Structure row) {
    try {
      hooked.add(Class.forName(row.className(), false, null));
    } catch (ClassNotFoundException e) {
      if (row.className().startsWith("java.")) { // else a module that this JVM runs without
        missing.add(row.className() + " is not in this JDK: its growth is not noticed");
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
        missing.add(c.getName() + " could not be hooked: its growth is not noticed (" + e + ")");
      }
    }
  }

  private void check(Structure row) {
    String failure = transformer.failure(row);
    if (failure != null) {
      missing.add(
          row.className() + " could not be hooked: its growth is not noticed (" + failure + ")");
      return;
    }
    for (GrowthMethod method : row.methods()) {
      if (!transformer.bound(row, method) && loaded(row)) {
        missing.add(
            row.className()
                + "."
                + method.name()
                + " is not in this JDK as it was in 17 and 25: "
                + "growth through it is not noticed");
      }
    }
  }

  private boolean loaded(Structure row) {
    for (Class<?> c : hooked) {
      if (c.getName().equals(row.className())) {
        return true;
      }
    }
    return false;
  }
}
