package dev.heapdrift.agent.heap;

import dev.heapdrift.agent.heap.FieldLayouts.RefField;
import java.lang.ref.Reference;
import java.util.ArrayDeque;
import java.util.IdentityHashMap;
import java.util.function.ToLongFunction;

/**
 * Bytes of an object and of all that can be reached from it, each once. Classes, loaders, threads
 * and what references refer to are not followed: they belong to the JVM or to somebody else.
 * Belongs to the agent's thread.
 */
public final class DeepBytes {

  /** Objects looked at; the answer for more is too small. */
  static final int MAX_OBJECTS = 5_000_000;

  private final Heap heap;
  private final FieldLayouts layouts;
  private final ToLongFunction<Object> shallowSize;

  /**
   * Creates a measure.
   *
   * @param shallowSize bytes of a single object
   */
  public DeepBytes(Heap heap, FieldLayouts layouts, ToLongFunction<Object> shallowSize) {
    this.heap = heap;
    this.layouts = layouts;
    this.shallowSize = shallowSize;
  }

  /** Bytes of {@code root} and what it reaches; 0 for null. */
  public long of(Object root) {
    IdentityHashMap<Object, Object> seen = new IdentityHashMap<>();
    ArrayDeque<Object> waiting = new ArrayDeque<>();
    long bytes = 0;
    meet(root, seen, waiting);
    for (Object next = waiting.poll(); next != null; next = waiting.poll()) {
      bytes += shallowSize.applyAsLong(next);
      if (next instanceof Object[] array) {
        for (Object element : array) {
          meet(element, seen, waiting);
        }
      } else if (!(next instanceof Reference<?>)) {
        for (RefField field : layouts.instanceFields(next.getClass())) {
          meet(heap.reference(next, field.offset()), seen, waiting);
        }
      }
    }
    layouts.clear();
    return bytes;
  }

  private static void meet(
      Object object, IdentityHashMap<Object, Object> seen, ArrayDeque<Object> waiting) {
    if (object != null
        && seen.size() < MAX_OBJECTS
        && !isBorder(object)
        && seen.putIfAbsent(object, object) == null) {
      waiting.add(object);
    }
  }

  private static boolean isBorder(Object object) {
    return object instanceof Class<?> || object instanceof ClassLoader || object instanceof Thread;
  }
}
