package dev.heapdrift.agent.registry;

import dev.heapdrift.agent.heap.FieldLayouts;
import dev.heapdrift.agent.heap.Heap;
import dev.heapdrift.hooks.Door;
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

  /** Reads the sizes of the JDK's structures. */
  SizeReader reader() {
    return reader;
  }

  /** The size now; what is learnt on the way stays with the entry and its type. */
  long read(Entry entry, Object container) {
    if (entry.chain() != null) {
      return entry.chain().count(container);
    }
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

  /**
   * Whether the array that grew is a second one of the entry's container that is as long as the
   * first, as keys and values are; where fields are not known, capacities tell.
   */
  boolean parallel(Entry entry, Object container, Door.Growth event) {
    ArraySlot first = slot(entry, container);
    ArraySlot second = ArraySlot.find(heap, layouts, container, event.field, event.capacity);
    if (first == null || second == null) {
      return entry.series().capacity() == event.capacity;
    }
    return Math.abs(first.length(heap, container) - second.length(heap, container)) <= 1;
  }

  private ArraySlot slot(Entry entry, Object container) {
    ArraySlot slot = entry.slot();
    if (slot == null) {
      slot =
          ArraySlot.find(heap, layouts, container, entry.grownField(), entry.series().capacity());
      entry.slot(slot);
      if (slot != null && container instanceof Class<?>) {
        entry.showAs(heap.reference(container, slot.offset()).getClass().getTypeName());
      }
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
            () -> slot == null ? (int) entry.series().capacity() : slot.length(heap, container));
    entry.look(look);
    long size = guess.size(look);
    return size >= 0 ? size : wholeArray(entry, look.capacity());
  }

  /** An array that grows by about one each time is copied at each insertion: it has no room. */
  private static long wholeArray(Entry entry, int length) {
    return entry.series().copiesOnWrite() ? length : SizeReader.UNKNOWN;
  }
}
