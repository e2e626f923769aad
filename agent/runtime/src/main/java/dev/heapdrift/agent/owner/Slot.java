package dev.heapdrift.agent.owner;

import dev.heapdrift.agent.heap.Heap;
import java.lang.ref.WeakReference;

/**
 * A place that can be read again: a root, or a place within what another slot holds. Paths that
 * begin alike share their beginning. Classes are held weakly and compared before each read, for an
 * offset means nothing in an object of another class.
 */
sealed interface Slot {

  /** What the place holds now, or null when it cannot be reached any more. */
  Object load();

  /** A static field. */
  record OfStatic(Heap heap, WeakReference<Class<?>> declaring, long offset) implements Slot {
    @Override
    public Object load() {
      Class<?> base = declaring.get();
      return base == null ? null : heap.reference(base, offset);
    }
  }

  /** A live thread. A terminated one is let go of at once, so that nobody keeps it. */
  record OfThread(WeakReference<Thread> thread) implements Slot {
    @Override
    public Object load() {
      Thread running = thread.get();
      if (running != null && running.isAlive()) {
        return running;
      }
      thread.clear();
      return null;
    }
  }

  /** An instance field of what another slot holds. */
  record OfField(Heap heap, Slot before, WeakReference<Class<?>> type, long offset)
      implements Slot {
    @Override
    public Object load() {
      Object base = before.load();
      return base != null && type.refersTo(base.getClass()) ? heap.reference(base, offset) : null;
    }
  }

  /** The same element as before, if it is still among the elements of what another slot holds. */
  record OfElement(Elements elements, Slot before, WeakReference<Object> element) implements Slot {
    @Override
    public Object load() {
      Object container = before.load();
      return container == null ? null : elements.find(container, element);
    }
  }

  /** The class itself, whose static array grows. */
  record OfClass(WeakReference<Class<?>> type) implements Slot {
    @Override
    public Object load() {
      return type.get();
    }
  }
}
