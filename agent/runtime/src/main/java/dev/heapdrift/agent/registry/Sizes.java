package dev.heapdrift.agent.registry;

import dev.heapdrift.agent.heap.FieldLayouts;
import dev.heapdrift.agent.heap.Heap;
import java.lang.reflect.Array;

/**
 * How many entries any registered container holds: read where the table says so, learnt for classes
 * outside the JDK, {@link SizeReader#UNKNOWN} where neither is possible. Belongs to the agent's
 * thread.
 */
final class Sizes {
  private final Heap heap;
  private final FieldLayouts layouts;
  private final SizeReader reader;

  Sizes(Heap heap, FieldLayouts layouts) {
    this.heap = heap;
    this.layouts = layouts;
    this.reader = new SizeReader(heap);
  }

  /** The size now; what is learnt on the way stays with the entry and its type. */
  long read(Entry entry, Object container) {
    ContainerType type = entry.type();
    if (type.row() != null) {
      return reader.size(container, type.row());
    }
    if (container.getClass().isArray()) {
      return wholeArray(entry, Array.getLength(container));
    }
    ArraySlot slot = slot(entry, container);
    return container instanceof Class<?>
        ? wholeArray(entry, slot == null ? -1 : slot.length(heap, container))
        : learnt(entry, container, slot);
  }

  private ArraySlot slot(Entry entry, Object container) {
    ArraySlot slot = entry.slot();
    if (slot == null) {
      slot = ArraySlot.find(heap, layouts, container, entry.grownField(), entry.capacity());
      entry.slot(slot);
    }
    return slot;
  }

  private long learnt(Entry entry, Object container, ArraySlot slot) {
    SizeGuess guess = entry.type().guess(layouts, container.getClass());
    SizeGuess.Look look =
        guess.look(
            heap,
            container,
            entry.look(),
            () -> slot == null ? (int) entry.capacity() : slot.length(heap, container));
    entry.look(look);
    long size = guess.size(look);
    return size >= 0 ? size : wholeArray(entry, look.capacity());
  }

  /** An array that grows by about one each time is copied at each insertion: it has no room. */
  private static long wholeArray(Entry entry, int length) {
    return entry.copiesOnWrite() ? length : SizeReader.UNKNOWN;
  }
}
