package dev.heapdrift.agent.registry;

import dev.heapdrift.agent.growth.GrowthTable;
import dev.heapdrift.agent.growth.Structure;
import dev.heapdrift.agent.heap.FieldLayouts;
import dev.heapdrift.snapshot.ContainerFacts;
import java.lang.ref.WeakReference;
import java.util.WeakHashMap;

/**
 * What is known about a class of containers; shared by all entries of the class, which it holds
 * weakly. Belongs to the agent's thread.
 */
final class ContainerType {
  private final WeakReference<Class<?>> type;
  private final String name;
  private final Structure row;
  private SizeGuess guess;

  private ContainerType(Class<?> type) {
    this.type = new WeakReference<>(type);
    this.name = type.getTypeName();
    this.row = GrowthTable.of(type);
  }

  /** All known classes. */
  static final class Table {
    /** A class compares by identity, and a value refers to its key weakly only. */
    private final WeakHashMap<Class<?>, ContainerType> types = new WeakHashMap<>();

    ContainerType of(Class<?> type) {
      ContainerType known = types.get(type);
      if (known == null) {
        known = new ContainerType(type);
        types.put(type, known);
      }
      return known;
    }
  }

  /** The class, or null once it is unloaded. */
  Class<?> type() {
    return type.get();
  }

  /** As printed: {@code java.util.HashMap}, {@code int[]}. */
  String name() {
    return name;
  }

  /** How the JDK's structure works, or null for any other class. */
  Structure row() {
    return row;
  }

  ContainerFacts.Structure kind() {
    return row == null ? ContainerFacts.Structure.GROWING_ARRAY : row.kind();
  }

  /** What is being learnt about the sizes of a class outside the JDK. */
  SizeGuess guess(FieldLayouts layouts, Class<?> instance) {
    if (guess == null || guess.hopeless()) {
      guess = new SizeGuess(layouts.intFields(instance));
    }
    return guess;
  }

  /** Whether a container of the other type may take this one's place in a series. */
  boolean succeededBy(ContainerType other) {
    return this == other || (row != null && row.equals(other.row));
  }
}
