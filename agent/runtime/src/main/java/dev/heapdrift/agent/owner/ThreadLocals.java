package dev.heapdrift.agent.owner;

import dev.heapdrift.agent.heap.FieldLayouts;
import dev.heapdrift.agent.heap.FieldLayouts.RefField;
import dev.heapdrift.agent.heap.Heap;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;

/**
 * Connects thread-local variables with their values in the threads' maps.
 *
 * <p>A map's entry refers to its variable weakly, and must not be asked for it. So the variable
 * that the walk has come to is looked up as {@code ThreadLocal.get} would, and compared by {@code
 * refersTo}. Values whose variable the walk never meets are offered last.
 */
final class ThreadLocals {
  /** Look-ups of one walk; variables times threads. */
  private static final int MOST_LOOKUPS = 1 << 20;

  /** Entries passed over in one look-up: a full run of a table that is two thirds full. */
  private static final int PROBES = 64;

  private final Heap heap;
  private final List<Step.Field> ofThread = new ArrayList<>();
  private final List<Node> maps = new ArrayList<>();
  private final NodeField table;
  private final NodeField value;
  private final long hashOffset;
  private int lookups;

  ThreadLocals(Heap heap, FieldLayouts layouts) {
    this.heap = heap;
    for (RefField field : layouts.instanceFields(Thread.class)) {
      if (field.name().equals("threadLocals") || field.name().equals("inheritableThreadLocals")) {
        ofThread.add(new Step.Field(field));
      }
    }
    String mapClass = ThreadLocal.class.getName() + "$ThreadLocalMap";
    table = new NodeField(heap, mapClass, "table");
    value = new NodeField(heap, mapClass + "$Entry", "value");
    hashOffset = heap.offset(ThreadLocal.class, "threadLocalHashCode");
  }

  /** Comes to the maps of a thread; their values wait for their variables. */
  void of(Node thread, Search search) {
    for (Step.Field step : ofThread) {
      Object map = heap.reference(thread.object, step.field().offset());
      if (map != null) {
        search.meet(map, thread, step);
        maps.add(new Node(map, thread, step));
      }
    }
  }

  /** Offers the values that the threads hold for the variable that the walk has come to. */
  void values(Node variable, Search search) {
    int hash = heap.intAt(variable.object, hashOffset);
    for (Node map : maps) {
      if (++lookups > MOST_LOOKUPS) {
        return;
      }
      if (table.read(map.object) instanceof Object[] entries) {
        Object entry = entryOf(variable.object, hash, entries);
        search.offer(value.read(entry), map, new Step.ThreadLocalValue(variable));
      }
    }
  }

  /** Offers what remains: values whose variable is gone, or out of the walk's reach. */
  void remaining(Search search) {
    Step unknown = new Step.ThreadLocalValue(null);
    for (Node map : maps) {
      if (table.read(map.object) instanceof Object[] entries) {
        for (int i = 0; i < entries.length && i < Elements.MOST; i++) {
          search.offer(value.read(entries[i]), map, unknown);
        }
      }
    }
  }

  private static Object entryOf(Object variable, int hash, Object[] entries) {
    int mask = entries.length - 1;
    for (int probe = 0; probe < PROBES; probe++) {
      Object entry = entries[(hash + probe) & mask];
      if (entry == null) {
        return null;
      }
      if (entry instanceof Reference<?> key && refers(key, variable)) {
        return entry;
      }
    }
    return null;
  }

  @SuppressWarnings("unchecked")
  private static boolean refers(Reference<?> key, Object variable) {
    return ((Reference<Object>) key).refersTo(variable);
  }
}
