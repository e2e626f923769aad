package dev.heapdrift.agent.zoom;

import dev.heapdrift.agent.owner.Jdk;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The classes that are changed to count in them, and the act of changing them. A class that cannot
 * be changed stays as it is and is told to the log once. Belongs to the agent's thread.
 */
final class ZoomedClasses implements AutoCloseable {
  private final Instrumentation instrumentation;
  private final SiteTable table;
  private final ZoomTransformer transformer;
  private final ClassLoader ours;
  private final Predicate<ClassLoader> seesDoor;
  private final Consumer<String> log;
  private final List<ZoomedClass> all = new ArrayList<>();
  private boolean installed;

  /**
   * None yet.
   *
   * @param table gets their call sites
   * @param ours loader of the agent's own classes, which are never changed; null for none
   * @param seesDoor whether classes of a loader find the door
   * @param log told in one line of each class that was given up
   */
  ZoomedClasses(
      Instrumentation instrumentation,
      SiteTable table,
      ClassLoader ours,
      Predicate<ClassLoader> seesDoor,
      Consumer<String> log) {
    this.instrumentation = instrumentation;
    this.table = table;
    this.transformer = new ZoomTransformer(table);
    this.ours = ours;
    this.seesDoor = seesDoor;
    this.log = log;
  }

  /** Those in which a container is counted; empty when none of them can be changed. */
  List<ZoomedClass> of(Watched container, LoadedTypes types) {
    List<ZoomedClass> mine = new ArrayList<>();
    for (String name : container.plan().classes()) {
      for (Class<?> c : types.named(name)) {
        ZoomedClass zoomed = changeable(c) ? zoomed(c) : null;
        if (zoomed != null && !zoomed.isOff()) {
          mine.add(zoomed);
        }
      }
    }
    return mine;
  }

  /** Drops those in which nothing else is counted, and returns them: they are to be set back. */
  List<ZoomedClass> withoutUse(Watched released) {
    List<ZoomedClass> useless = new ArrayList<>();
    for (ZoomedClass zoomed : List.copyOf(all)) {
      if (zoomed.forget(released)) {
        all.remove(zoomed);
        useless.add(zoomed);
      }
    }
    return useless;
  }

  /**
   * Changes classes in one batch, or sets those back that were dropped; one by one where the JVM
   * refuses the batch.
   */
  void change(List<ZoomedClass> changed, LoadedTypes types) {
    if (changed.isEmpty()) {
      return;
    }
    if (!installed) {
      instrumentation.addTransformer(transformer, true);
      installed = true;
    }
    transformer.classes(all);
    transformer.begin(types);
    try {
      if (!retransform(changed)) {
        changed.forEach(this::retransformAlone);
      }
    } finally {
      transformer.end();
    }
    for (ZoomedClass zoomed : changed) {
      if (!all.contains(zoomed)) {
        zoomed.sites().values().forEach(table::free);
      }
    }
    table.publish();
  }

  /** Changes no class any more; those that were changed are set back before. */
  @Override
  public void close() {
    if (installed) {
      instrumentation.removeTransformer(transformer);
      installed = false;
    }
  }

  private boolean changeable(Class<?> c) {
    ClassLoader loader = c.getClassLoader();
    return !Jdk.declares(c)
        && (ours == null || loader != ours)
        && instrumentation.isModifiableClass(c)
        && seesDoor.test(loader);
  }

  private ZoomedClass zoomed(Class<?> c) {
    for (ZoomedClass zoomed : all) {
      if (zoomed.is(c)) {
        return zoomed;
      }
    }
    ZoomedClass fresh = new ZoomedClass(c);
    all.add(fresh);
    return fresh;
  }

  private void retransformAlone(ZoomedClass zoomed) {
    if (!retransform(List.of(zoomed))) {
      zoomed.switchOff();
      Class<?> c = zoomed.type();
      log.accept("insertions are not counted in " + (c == null ? "a class" : c.getName()));
    }
  }

  private boolean retransform(List<ZoomedClass> changed) {
    List<Class<?>> alive = new ArrayList<>();
    for (ZoomedClass zoomed : changed) {
      Class<?> c = zoomed.type();
      if (c != null) {
        alive.add(c);
      }
    }
    try {
      instrumentation.retransformClasses(alive.toArray(Class<?>[]::new));
      return true;
    } catch (UnmodifiableClassException | LinkageError | UnsupportedOperationException refused) {
      return false;
    }
  }
}
