package dev.heapdrift.agent.registry;

import dev.heapdrift.agent.heap.FieldLayouts;
import dev.heapdrift.agent.heap.FieldLayouts.RefField;
import dev.heapdrift.agent.heap.Heap;
import java.lang.reflect.Array;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The field that holds the growing array of objects of one class; the object may be a class, whose
 * static field it is then.
 *
 * @param name the field
 * @param offset for {@link Heap#reference}
 */
record ArraySlot(String name, long offset) {

  /**
   * Finds the field by its name, or where the name is not known by the array's length: the capacity
   * that the container asked for, else the longest.
   *
   * @return null when there is no such field now
   */
  static ArraySlot find(
      Heap heap, FieldLayouts layouts, Object container, String field, long capacity) {
    List<RefField> fields =
        container instanceof Class<?> type
            ? layouts.staticFields(type)
            : layouts.instanceFields(container.getClass());
    ArraySlot best = null;
    int longest = -1;
    for (RefField candidate : fields) {
      int length = length(heap.reference(container, candidate.offset()));
      if (length < 0 || (field != null && !field.equals(candidate.name()))) {
        continue;
      }
      if (field != null || length == capacity) {
        return new ArraySlot(candidate.name(), candidate.offset());
      }
      if (length > longest) {
        longest = length;
        best = new ArraySlot(candidate.name(), candidate.offset());
      }
    }
    return best;
  }

  /** Length of the array that the field of {@code container} holds now, or -1. */
  int length(Heap heap, Object container) {
    return length(heap.reference(container, offset));
  }

  private static int length(Object value) {
    if (value instanceof AtomicReferenceArray<?> atomic) {
      return atomic.length();
    }
    return value != null && value.getClass().isArray() ? Array.getLength(value) : -1;
  }
}
