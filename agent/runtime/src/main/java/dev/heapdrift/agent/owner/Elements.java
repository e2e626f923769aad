package dev.heapdrift.agent.owner;

import dev.heapdrift.agent.growth.ElementShape;
import dev.heapdrift.agent.growth.GrowthTable;
import dev.heapdrift.agent.growth.Structure;
import dev.heapdrift.agent.heap.Heap;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;

/**
 * Lists the elements of the JDK's structures from their fields, the first so many of each. The
 * application may change the structure meanwhile: elements may be missed or seen twice, never
 * mistaken. Keeps offsets of classes of the JDK only. Belongs to one thread.
 */
final class Elements {
  /** Elements looked at in one container, usually. */
  static final int MOST = 1024;

  /** Slots looked at for each of them, empty ones included. */
  private static final int SLOTS = 64;

  private final Heap heap;
  private final IdentityHashMap<Structure, Fields> fields = new IdentityHashMap<>();

  /** Lists elements by reading {@code heap}. */
  Elements(Heap heap) {
    this.heap = heap;
  }

  /** Takes elements one by one. */
  interface Visitor {
    /** Looks at a non-null element; returns false to end the listing. */
    boolean visit(ElementKind kind, Object element);
  }

  /** Lists elements of an array of references or of one of the JDK's structures. */
  void each(Object container, Visitor visitor) {
    each(container, MOST, visitor);
  }

  /** The same, {@code most} of them. */
  void each(Object container, int most, Visitor visitor) {
    Bounded bounded = new Bounded(visitor, most);
    if (container instanceof Object[] array) {
      array(array, bounded);
      return;
    }
    Structure structure = GrowthTable.of(container.getClass());
    if (structure != null) {
      list(container, structure, bounded);
    }
  }

  /** The listed element that {@code sought} refers to, or null. */
  Object find(Object container, WeakReference<Object> sought) {
    Object[] found = new Object[1];
    each(
        container,
        (kind, element) -> {
          if (sought.refersTo(element)) {
            found[0] = element;
          }
          return found[0] == null;
        });
    return found[0];
  }

  private void list(Object container, Structure structure, Bounded visitor) {
    Fields of = fields.computeIfAbsent(structure, this::fields);
    Object storage = of.storage.read(container);
    ElementShape shape = structure.shape();
    if (shape instanceof ElementShape.Linked) {
      linked(storage, of, visitor);
    } else if (shape instanceof ElementShape.Tree) {
      tree(storage, of, visitor);
    } else if (shape instanceof ElementShape.SkipList) {
      entries(of.other.read(storage), of, visitor);
    } else if (storage instanceof Object[] array) {
      if (shape instanceof ElementShape.Array) {
        array(array, visitor);
      } else if (shape instanceof ElementShape.AlternatingArray) {
        alternating(array, visitor);
      } else if (shape instanceof ElementShape.Table) {
        table(array, of, visitor);
      }
    }
  }

  private static void array(Object[] array, Bounded visitor) {
    int end = visitor.slots(array);
    for (int i = 0; i < end && visitor.visit(ElementKind.ITEM, array[i]); i++) {}
  }

  private static void alternating(Object[] array, Bounded visitor) {
    int end = visitor.slots(array) - 1;
    for (int i = 0; i < end && visitor.entry(array[i], array[i + 1]); i += 2) {}
  }

  private static void table(Object[] bins, Fields of, Bounded visitor) {
    int end = visitor.slots(bins);
    for (int i = 0; i < end; i++) {
      Object node = bins[i];
      for (int chained = 0; node != null && chained < MOST; chained++) {
        if (!visitor.entry(of.key.read(node), of.value.read(node))) {
          return;
        }
        node = of.next.read(node);
      }
    }
  }

  private static void linked(Object first, Fields of, Bounded visitor) {
    Object node = first;
    for (int i = 0; node != null && i <= visitor.most; i++) {
      if (!visitor.visit(ElementKind.ITEM, of.value.read(node))) {
        return;
      }
      Object next = of.next.read(node);
      node = next == node ? null : next;
    }
  }

  private static void entries(Object first, Fields of, Bounded visitor) {
    Object node = first;
    for (int i = 0; node != null && i <= visitor.most; i++) {
      if (!visitor.entry(of.key.read(node), of.value.read(node))) {
        return;
      }
      node = of.next.read(node);
    }
  }

  private static void tree(Object root, Fields of, Bounded visitor) {
    Deque<Object> waiting = new ArrayDeque<>();
    Object node = root;
    for (int i = 0; node != null && i < visitor.most; i++) {
      if (!visitor.entry(of.key.read(node), of.value.read(node))) {
        return;
      }
      for (Object child : new Object[] {of.next.read(node), of.other.read(node)}) {
        if (child != null) {
          waiting.add(child);
        }
      }
      node = waiting.poll();
    }
  }

  private Fields fields(Structure row) {
    ElementShape shape = row.shape();
    String name = row.className();
    if (shape instanceof ElementShape.Array at) {
      return fields(name, at.field(), null, null, null, null, null);
    }
    if (shape instanceof ElementShape.AlternatingArray at) {
      return fields(name, at.field(), null, null, null, null, null);
    }
    if (shape instanceof ElementShape.Linked at) {
      return fields(name, at.first(), at.nodeClass(), null, at.itemField(), at.nextField(), null);
    }
    if (shape instanceof ElementShape.Table at) {
      return fields(
          name, at.field(), at.nodeClass(), at.keyField(), at.valueField(), at.nextField(), null);
    }
    if (shape instanceof ElementShape.SkipList at) {
      return new Fields(
          new NodeField(heap, name, at.top()),
          new NodeField(heap, at.nodeClass(), at.keyField()),
          new NodeField(heap, at.nodeClass(), at.valueField()),
          new NodeField(heap, at.nodeClass(), at.nextField()),
          new NodeField(heap, at.indexClass(), at.indexedField()));
    }
    if (shape instanceof ElementShape.Tree at) {
      return fields(
          name,
          at.root(),
          at.nodeClass(),
          at.keyField(),
          at.valueField(),
          at.leftField(),
          at.rightField());
    }
    return fields(name, null, null, null, null, null, null);
  }

  private Fields fields(
      String owner,
      String storage,
      String node,
      String key,
      String value,
      String next,
      String other) {
    return new Fields(
        new NodeField(heap, owner, storage),
        new NodeField(heap, node, key),
        new NodeField(heap, node, value),
        new NodeField(heap, node, next),
        new NodeField(heap, node, other));
  }

  /**
   * The fields of a structure and of its nodes; {@code other} is a tree's second child, or the node
   * of an index.
   */
  private record Fields(
      NodeField storage, NodeField key, NodeField value, NodeField next, NodeField other) {}

  /** Passes on elements until the visitor or the bound says stop. */
  private static final class Bounded {
    private final Visitor visitor;
    private final int most;
    private int left;

    Bounded(Visitor visitor, int most) {
      this.visitor = visitor;
      this.most = most;
      this.left = most;
    }

    int slots(Object[] array) {
      return (int) Math.min(array.length, (long) SLOTS * most);
    }

    boolean visit(ElementKind kind, Object element) {
      return element == null || (--left >= 0 && visitor.visit(kind, element));
    }

    boolean entry(Object key, Object value) {
      if (key == null && value == null) {
        return true;
      }
      left--;
      return left >= 0
          && (key == null || visitor.visit(ElementKind.KEY, key))
          && (value == null || visitor.visit(ElementKind.VALUE, value));
    }
  }
}
