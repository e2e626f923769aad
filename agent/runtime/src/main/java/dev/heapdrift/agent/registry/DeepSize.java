package dev.heapdrift.agent.registry;

import dev.heapdrift.agent.heap.FieldLayouts;
import dev.heapdrift.agent.heap.FieldLayouts.RefField;
import dev.heapdrift.agent.heap.Heap;
import dev.heapdrift.agent.owner.Jdk;
import java.lang.ref.Reference;
import java.util.ArrayDeque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * Bytes that each of several elements keeps for itself: its own and those of what only it refers
 * to, within {@link #MAX_OBJECTS} objects an element.
 *
 * <p>What several of the elements reach is shared and belongs to none. Classes, loaders, threads
 * and registered containers end the search. What a reference of {@code java.lang.ref} refers to is
 * not its own, but the fields that a class of the application adds to it are. A bound on each
 * element makes the answer too small for large ones, never too large. Belongs to the agent's
 * thread.
 */
final class DeepSize {
  /** Objects looked at for each element. */
  static final int MAX_OBJECTS = 64;

  private static final int SHARED = -1;

  private final Heap heap;
  private final FieldLayouts layouts;
  private final ToLongFunction<Object> shallowSize;
  private final Predicate<Object> registered;

  DeepSize(
      Heap heap,
      FieldLayouts layouts,
      ToLongFunction<Object> shallowSize,
      Predicate<Object> registered) {
    this.heap = heap;
    this.layouts = layouts;
    this.shallowSize = shallowSize;
    this.registered = registered;
  }

  /** Mean bytes of the elements; each is given by the objects it begins with, nulls among them. */
  double mean(List<Object[]> elements) {
    IdentityHashMap<Object, Integer> reachedBy = new IdentityHashMap<>();
    for (int i = 0; i < elements.size(); i++) {
      reach(elements.get(i), i, reachedBy);
    }
    long bytes = 0;
    for (Map.Entry<Object, Integer> reached : reachedBy.entrySet()) {
      if (reached.getValue() != SHARED) {
        bytes += shallowSize.applyAsLong(reached.getKey());
      }
    }
    return (double) bytes / elements.size();
  }

  private void reach(Object[] element, int number, IdentityHashMap<Object, Integer> reachedBy) {
    ArrayDeque<Object> waiting = new ArrayDeque<>();
    int[] room = {MAX_OBJECTS};
    for (Object part : element) {
      visit(part, number, reachedBy, waiting, room);
    }
    while (!waiting.isEmpty()) {
      Object next = waiting.poll();
      if (next instanceof Object[] array) {
        for (int i = 0; i < array.length && i < MAX_OBJECTS; i++) {
          visit(array[i], number, reachedBy, waiting, room);
        }
      } else {
        boolean reference = next instanceof Reference<?>;
        for (RefField field : layouts.instanceFields(next.getClass())) {
          if (!reference || !Jdk.declares(field.declaring())) {
            visit(heap.reference(next, field.offset()), number, reachedBy, waiting, room);
          }
        }
      }
    }
  }

  private void visit(
      Object object,
      int number,
      IdentityHashMap<Object, Integer> reachedBy,
      ArrayDeque<Object> waiting,
      int[] room) {
    if (object == null || room[0] == 0 || isBorder(object)) {
      return;
    }
    Integer before = reachedBy.putIfAbsent(object, number);
    if (before == null) {
      room[0]--;
      waiting.add(object);
    } else if (before != number) {
      reachedBy.put(object, SHARED);
    }
  }

  private boolean isBorder(Object object) {
    return object instanceof Class<?>
        || object instanceof ClassLoader
        || object instanceof Thread
        || object instanceof Enum<?>
        || registered.test(object);
  }
}
