package dev.heapdrift.agent.instances;

import dev.heapdrift.agent.heap.Heap;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what the instances of one row tell of themselves, from fields that are looked up once.
 * Belongs to the agent's thread.
 */
final class InstanceReader {
  /**
   * Loaders of the accessors that JDK 17 generates, one for each method that is often called by
   * reflection: as many as there are methods, and held softly.
   */
  private static final String ACCESSORS = "jdk.internal.reflect.";

  private final Heap heap;
  private final Followed row;
  private final List<Field> path = new ArrayList<>();
  private final Field bytes;
  private final Field user;

  InstanceReader(Heap heap, Followed row) {
    this.heap = heap;
    this.row = row;
    row.ending().path().forEach(field -> path.add(find(field)));
    this.bytes = find(row.bytes());
    this.user = find(row.user());
  }

  private record Field(Class<?> declaring, long offset) {}

  private Field find(JdkField field) {
    if (field == null) {
      return null;
    }
    try {
      Class<?> declaring = Class.forName(field.declaring(), false, null);
      long offset = heap.offset(declaring, field.name());
      return offset < 0 ? null : new Field(declaring, offset);
    } catch (ClassNotFoundException e) {
      return null; // another JDK's
    }
  }

  Followed row() {
    return row;
  }

  /** Whether a field that would tell of the end is not in this JDK. */
  boolean blind() {
    return path.contains(null);
  }

  /** Whether this one is not to be followed, as there is nothing to it or another stands for it. */
  boolean passesOver(Object instance) {
    return switch (row.kind()) {
      case CLASS_LOADER -> instance.getClass().getName().startsWith(ACCESSORS);
      case CLEANABLE -> isOfTheJdk(instance.getClass());
      case THREAD, DIRECT_BUFFER, RESOURCE -> row.userIsFollowed() && userOf(instance) != null;
    };
  }

  /** What the JDK has a Cleaner clean up after is mostly a resource, and followed as such. */
  private static boolean isOfTheJdk(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader == null || loader == ClassLoader.getPlatformClassLoader();
  }

  private Object userOf(Object instance) {
    boolean has = user != null && user.declaring().isInstance(instance);
    return has ? heap.reference(instance, user.offset()) : null;
  }

  /** The object that the application holds to keep the instance. */
  Object heldAs(Object instance) {
    Object userObject = userOf(instance);
    return userObject == null ? instance : userObject;
  }

  /** The class by which the instance is known; of what only the JDK's inside names, what it is. */
  String typeOf(Object instance, MakingMethod by) {
    if (by.shown() != null) {
      return by.shown();
    }
    Class<?> type = heldAs(instance).getClass();
    while (isInside(type.getName()) && type.getSuperclass() != Object.class) {
      type = type.getSuperclass();
    }
    return type.getTypeName();
  }

  private static boolean isInside(String className) {
    return className.startsWith("sun.") || className.startsWith("jdk.internal.");
  }

  /** Bytes outside the heap. */
  long bytesOf(Object instance) {
    return bytes == null ? 0 : heap.intAt(instance, bytes.offset());
  }

  /** Whether the instance says that it has ended. */
  boolean ended(Object instance) {
    Object holder = instance;
    for (int i = 0; i < path.size() - 1; i++) {
      holder = heap.reference(holder, path.get(i).offset());
      if (holder == null) {
        return false;
      }
    }
    return !path.isEmpty() && signed(holder, path.get(path.size() - 1).offset());
  }

  private boolean signed(Object holder, long offset) {
    return switch (row.ending().sign()) {
      case ZERO -> heap.longAt(holder, offset) == 0;
      case MINUS_ONE -> heap.intAt(holder, offset) == -1;
      case CLOSING -> heap.intAt(holder, offset) >= 4;
      case TRUE -> heap.booleanAt(holder, offset);
      case ITSELF -> heap.reference(holder, offset) == holder;
    };
  }
}
