package dev.heapdrift.agent.owner;

import dev.heapdrift.agent.heap.Heap;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** Turns the nodes of one walk into slots, sharing common beginnings and weak references. */
final class SlotRecorder {
  private final Heap heap;
  private final Elements elements;
  private final IdentityHashMap<Node, Slot> recorded = new IdentityHashMap<>();
  private final Map<Class<?>, WeakReference<Class<?>>> types = new HashMap<>();

  SlotRecorder(Heap heap, Elements elements) {
    this.heap = heap;
    this.elements = elements;
  }

  /**
   * The slot that {@code last} was read from, or null when the way cannot be walked again, or is
   * too long to be at each snapshot: then the owner is searched anew instead.
   */
  Slot record(Node last) {
    Slot slot = null;
    int length = 0;
    for (Node node : last.fromRoot()) {
      Slot before = slot;
      slot = recorded.computeIfAbsent(node, here -> slotOf(here, before));
      if (slot == null || ++length > Node.WHOLE) {
        return null;
      }
    }
    return slot;
  }

  Slot ofClass(Class<?> type) {
    return new Slot.OfClass(weak(type));
  }

  private Slot slotOf(Node node, Slot before) {
    if (node.step instanceof Step.StaticField root) {
      return new Slot.OfStatic(heap, weak(root.field().declaring()), root.field().offset());
    }
    if (node.step instanceof Step.OfThread) {
      return new Slot.OfThread(new WeakReference<>((Thread) node.object));
    }
    if (node.step instanceof Step.Field way) {
      Class<?> type = node.parent.object.getClass();
      return new Slot.OfField(heap, before, weak(type), way.field().offset());
    }
    if (node.step instanceof Step.OfLoader || node.step instanceof Step.OfInserter) {
      return null; // whoever reads from what is held weakly keeps it alive
    }
    return new Slot.OfElement(elements, before, new WeakReference<>(node.object));
  }

  private WeakReference<Class<?>> weak(Class<?> type) {
    return types.computeIfAbsent(type, WeakReference::new);
  }
}
