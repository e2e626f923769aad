package dev.heapdrift.agent.zoom;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Loaded classes by name, for as long as one batch takes; asks no class loader. */
final class LoadedTypes {
  /** For a batch that only sets classes back. */
  static final LoadedTypes NONE = new LoadedTypes(new Class<?>[0]);

  private final Map<String, List<Class<?>>> byName = new HashMap<>();

  LoadedTypes(Class<?>[] loaded) {
    for (Class<?> c : loaded) {
      if (!c.isArray() && !c.isHidden()) {
        byName.computeIfAbsent(c.getName(), name -> new ArrayList<>(1)).add(c);
      }
    }
  }

  /** All loaded classes of a name. */
  List<Class<?>> named(String name) {
    return byName.getOrDefault(name, List.of());
  }

  /**
   * The class that a name means to a class of {@code loader}, as far as that can be told without
   * asking: the loader's own, else its parents', else the only one there is.
   */
  Class<?> seenBy(ClassLoader loader, String name) {
    List<Class<?>> candidates = named(name);
    for (ClassLoader at = loader; at != null; at = at.getParent()) {
      for (Class<?> c : candidates) {
        if (c.getClassLoader() == at) {
          return c;
        }
      }
    }
    for (Class<?> c : candidates) {
      if (c.getClassLoader() == null || candidates.size() == 1) {
        return c;
      }
    }
    return null;
  }
}
