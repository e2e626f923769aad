package dev.heapdrift.agent.registry;

import dev.heapdrift.agent.growth.ElementShape;
import dev.heapdrift.agent.heap.FieldLayouts;
import dev.heapdrift.agent.heap.FieldLayouts.RefField;
import dev.heapdrift.agent.heap.Heap;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntUnaryOperator;

/**
 * Takes a few elements out of a container by its {@link ElementShape}: spread over a table, one per
 * random path of a tree, the first ones of a linked list. The number of slots it looks at is
 * bounded, so a racing writer makes it miss elements, never loop. Belongs to the agent's thread.
 */
final class ElementReader {
  /** Elements taken at most. */
  static final int MAX_ELEMENTS = 32;

  /** Slots looked at for each of them. */
  private static final int MAX_PROBES = 128;

  private static final int MAX_TREE_DEPTH = 64;

  private final Heap heap;
  private final FieldLayouts layouts;
  private final IntUnaryOperator choice;

  /**
   * Creates a reader.
   *
   * @param choice picks one of so many, from 0: by chance for a fair sample, always the first for
   *     one that can be compared
   */
  ElementReader(Heap heap, FieldLayouts layouts, IntUnaryOperator choice) {
    this.heap = heap;
    this.layouts = layouts;
    this.choice = choice;
  }

  /** An element: the node around it, or null; its key, or null; its value. */
  record Element(Object node, Object key, Object value) {}

  /** Elements of one of the JDK's structures. */
  List<Element> elements(Object container, ElementShape shape) {
    if (shape instanceof ElementShape.Table table) {
      return inTable(container, table);
    }
    if (shape instanceof ElementShape.Array array) {
      return inArray(field(container, array.field()), 1);
    }
    if (shape instanceof ElementShape.AlternatingArray array) {
      return inArray(field(container, array.field()), 2);
    }
    if (shape instanceof ElementShape.Linked list) {
      return inList(container, list);
    }
    if (shape instanceof ElementShape.SkipList list) {
      return inSkipList(container, list);
    }
    return shape instanceof ElementShape.Tree tree ? inTree(container, tree) : List.of();
  }

  /** Elements of an array that is no structure of the JDK; none where it holds no references. */
  List<Element> elements(Object array) {
    return inArray(array, 1);
  }

  private List<Element> inTable(Object container, ElementShape.Table table) {
    List<Element> found = new ArrayList<>();
    for (Element slot : inArray(field(container, table.field()), 1)) {
      Object node = slot.value();
      Object key = table.keyField() == null ? null : field(node, table.keyField());
      Object value = field(node, table.valueField());
      if (key != null || value != null) {
        found.add(new Element(node, key, value));
      }
    }
    return found;
  }

  /** The first element of each of so many stretches of the array. */
  private List<Element> inArray(Object array, int step) {
    List<Element> found = new ArrayList<>();
    int groups = length(array) / step;
    int shift = groups == 0 ? 0 : choice.applyAsInt(groups);
    for (int stretch = 0; stretch < MAX_ELEMENTS; stretch++) {
      int from = (int) ((long) stretch * groups / MAX_ELEMENTS);
      int to = (int) ((long) (stretch + 1) * groups / MAX_ELEMENTS);
      for (int i = from; i < Math.min(to, from + MAX_PROBES); i++) {
        int at = (i + shift) % groups * step;
        Object first = at(array, at);
        if (first != null) {
          found.add(new Element(null, step == 1 ? null : first, at(array, at + step - 1)));
          break;
        }
      }
    }
    return found;
  }

  private List<Element> inList(Object container, ElementShape.Linked list) {
    List<Element> found = new ArrayList<>();
    Object node = field(container, list.first());
    for (int i = 0; node != null && i < 2 * MAX_ELEMENTS && found.size() < MAX_ELEMENTS; i++) {
      Object item = field(node, list.itemField());
      if (item != null) {
        found.add(new Element(node, null, item));
      }
      node = field(node, list.nextField());
    }
    return found;
  }

  private List<Element> inSkipList(Object container, ElementShape.SkipList list) {
    List<Element> found = new ArrayList<>();
    Object node = field(field(container, list.top()), list.indexedField());
    for (int i = 0; node != null && i < 2 * MAX_ELEMENTS && found.size() < MAX_ELEMENTS; i++) {
      Object key = field(node, list.keyField());
      if (key != null) {
        found.add(new Element(node, key, field(node, list.valueField())));
      }
      node = field(node, list.nextField());
    }
    return found;
  }

  private List<Element> inTree(Object container, ElementShape.Tree tree) {
    List<Element> found = new ArrayList<>();
    Object root = field(container, tree.root());
    for (int i = 0; root != null && i < MAX_ELEMENTS; i++) {
      Object node = leaf(root, tree);
      if (found.stream().noneMatch(e -> e.node() == node)) {
        found.add(new Element(node, field(node, tree.keyField()), field(node, tree.valueField())));
      }
    }
    return found;
  }

  private Object leaf(Object root, ElementShape.Tree tree) {
    Object node = root;
    for (int depth = 0; depth < MAX_TREE_DEPTH; depth++) {
      boolean left = choice.applyAsInt(2) == 0;
      Object child = field(node, left ? tree.leftField() : tree.rightField());
      if (child == null) {
        return node;
      }
      node = child;
    }
    return node;
  }

  private Object field(Object base, String name) {
    if (base != null) {
      for (RefField field : layouts.instanceFields(base.getClass())) {
        if (field.name().equals(name)) {
          return heap.reference(base, field.offset());
        }
      }
    }
    return null;
  }

  private static int length(Object array) {
    return array instanceof Object[] elements
        ? elements.length
        : array instanceof AtomicReferenceArray<?> atomic ? atomic.length() : 0;
  }

  private static Object at(Object array, int i) {
    return array instanceof Object[] elements
        ? elements[i]
        : ((AtomicReferenceArray<?>) array).get(i);
  }
}
