package dev.heapdrift.agent.owner;

import dev.heapdrift.agent.heap.FieldLayouts.RefField;
import dev.heapdrift.agent.heap.Heap;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Where walks begin: static fields of loaded classes, threads, class loaders. Loads nothing. */
final class Roots {
  /** What the JDK keeps in a class loader, by name because reflection does not show it. */
  private static final List<String> OF_LOADERS =
      List.of("parallelLockMap", "packages", "package2certs", "classLoaderValueMap");

  private final Heap heap;
  private final ClassPlans plans;
  private final Class<?>[] loaded;
  private final Thread[] threads;

  Roots(Heap heap, ClassPlans plans, Class<?>[] loaded, Thread[] threads) {
    this.heap = heap;
    this.plans = plans;
    this.loaded = loaded;
    this.threads = threads;
  }

  /**
   * Static fields of the classes of these names, and of the classes they lie in or that lie in
   * them.
   */
  void near(Set<String> names, Search search) {
    Set<String> outermost = new HashSet<>();
    names.forEach(name -> outermost.add(outermost(name)));
    for (Class<?> c : loaded) {
      if (outermost.contains(outermost(c.getName()))) {
        statics(c, search);
      }
    }
  }

  /** Static fields of all classes that are, or are not, the JDK's. */
  void statics(boolean ofTheJdk, Search search) {
    for (Class<?> c : loaded) {
      if (Jdk.declares(c) == ofTheJdk) {
        statics(c, search);
      }
    }
  }

  /** Live threads but the walking one. */
  void threads(ThreadLocals threadLocals, Search search) {
    for (Thread thread : threads) {
      if (thread != Thread.currentThread() && !plans.isOurs(thread.getClass())) {
        search.offer(thread, null, new Step.OfThread());
        threadLocals.of(new Node(thread, null, new Step.OfThread()), search);
      }
    }
  }

  /** What the JDK keeps in the loaders of the loaded classes. */
  void loaders(Search search) {
    Set<ClassLoader> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Class<?> c : loaded) {
      ClassLoader loader = c.getClassLoader();
      if (loader != null && !plans.isOurs(c) && seen.add(loader)) {
        loader(loader, search);
      }
    }
  }

  private void loader(ClassLoader loader, Search search) {
    Node root = new Node(loader, null, new Step.OfLoader());
    for (String name : OF_LOADERS) {
      long offset = heap.offset(ClassLoader.class, name);
      if (offset >= 0) {
        RefField field = new RefField(ClassLoader.class, name, "Ljava/util/Map;", offset);
        search.offer(heap.reference(loader, offset), root, new Step.Field(field));
      }
    }
  }

  private void statics(Class<?> c, Search search) {
    if (c.isArray() || c.isPrimitive() || plans.isOurs(c)) {
      return;
    }
    for (RefField field : plans.statics(c)) {
      search.offer(
          heap.reference(field.declaring(), field.offset()), null, new Step.StaticField(field));
    }
  }

  private static String outermost(String className) {
    int nested = className.indexOf('$');
    return nested <= 0 ? className : className.substring(0, nested);
  }
}
