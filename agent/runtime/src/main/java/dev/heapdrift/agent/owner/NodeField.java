package dev.heapdrift.agent.owner;

import dev.heapdrift.agent.heap.Heap;

/** One field of a JDK class, resolved when the first object of the class is met: none is loaded. */
final class NodeField {
  private static final long UNKNOWN = -1;

  private final Heap heap;
  private final String className;
  private final String field;
  private Class<?> declaring;
  private long offset = UNKNOWN;

  /** A field of {@code className} or inherited by it; with a null name, one that is always null. */
  NodeField(Heap heap, String className, String field) {
    this.heap = heap;
    this.className = className;
    this.field = field;
  }

  /** The field of {@code object}, or null where its class has none. */
  Object read(Object object) {
    if (field == null || object == null) {
      return null;
    }
    if (declaring == null) {
      resolve(object.getClass());
    }
    return offset != UNKNOWN && declaring.isInstance(object)
        ? heap.reference(object, offset)
        : null;
  }

  private void resolve(Class<?> met) {
    Class<?> c = met;
    while (c != null && !c.getName().equals(className)) {
      c = c.getSuperclass();
    }
    while (c != null && declaring == null) {
      offset = heap.offset(c, field);
      declaring = offset == UNKNOWN ? null : c;
      c = c.getSuperclass();
    }
  }
}
