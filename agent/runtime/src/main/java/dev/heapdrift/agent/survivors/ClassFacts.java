package dev.heapdrift.agent.survivors;

import dev.heapdrift.agent.heap.FieldLayouts;
import dev.heapdrift.agent.heap.SelfLinks;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What the recorder does not tell of a class: its source file, and whether its objects can hold
 * each other. Found by name among the loaded classes; where two loaders have one of the name, the
 * first one speaks for both. Nothing is loaded or linked. Belongs to the agent's thread.
 */
final class ClassFacts {
  /** Classes remembered; beyond, all are forgotten and learned anew. */
  private static final int MAX_CLASSES = 8192;

  private static final Fact UNKNOWN = new Fact(null, false);

  private final Supplier<Class<?>[]> loaded;
  private final FieldLayouts layouts;
  private final Map<String, Fact> facts = new HashMap<>();

  private record Fact(String file, boolean linked) {}

  /**
   * Creates an empty memory.
   *
   * @param loaded the classes that this JVM has loaded
   * @param layouts their fields
   */
  ClassFacts(Supplier<Class<?>[]> loaded, FieldLayouts layouts) {
    this.loaded = loaded;
    this.layouts = layouts;
  }

  /** Looks at the classes of these names, as {@link Class#getName} writes them. */
  void learn(Set<String> names) {
    if (facts.size() > MAX_CLASSES) {
      facts.clear();
    }
    Set<String> missing = new HashSet<>(names);
    missing.removeAll(facts.keySet());
    if (missing.isEmpty()) {
      return;
    }
    for (Class<?> c : loaded.get()) {
      if (!c.isArray() && missing.remove(c.getName())) {
        facts.put(c.getName(), new Fact(SourceFiles.of(c), !SelfLinks.of(c, layouts).isEmpty()));
      }
    }
    layouts.clear();
  }

  /** The source file of a class, or null. */
  String fileOf(String name) {
    return facts.getOrDefault(name, UNKNOWN).file();
  }

  /**
   * Whether an object of the class can hold others of it, or of a class it extends, as a node's
   * {@code next} or {@code children[]} does.
   */
  boolean isLinked(String name) {
    return facts.getOrDefault(name, UNKNOWN).linked();
  }
}
