package dev.heapdrift.agent.zoom;

import dev.heapdrift.agent.heap.FieldLayouts;
import dev.heapdrift.agent.heap.FieldLayouts.RefField;
import dev.heapdrift.agent.heap.Heap;
import dev.heapdrift.agent.owner.Jdk;
import java.lang.ref.WeakReference;
import java.util.List;

/**
 * Recognises receivers that are views of a watched container: a set around a map, a synchronized
 * list.
 */
final class Strangers {
  /** Fields of the JDK between a view and what it shows, such as an iterator's set's map. */
  private static final int HOPS = 3;

  private final Heap heap;
  private final FieldLayouts layouts;

  Strangers(Heap heap, FieldLayouts layouts) {
    this.heap = heap;
    this.layouts = layouts;
  }

  /** Looks at the last unknown receiver of a site, which was inserted into just now. */
  void lookAt(Site site) {
    WeakReference<Object> stranger = site.counter.takeStranger();
    Object receiver = stranger == null ? null : stranger.get();
    if (receiver != null) {
      Watched watched = shownBy(receiver, site.watched(), HOPS);
      if (watched != null) {
        watched.receiver(stranger);
      }
    }
  }

  private Watched shownBy(Object view, List<Watched> containers, int hops) {
    if (!Jdk.declares(view.getClass())) {
      return null;
    }
    for (RefField field : layouts.instanceFields(view.getClass())) {
      Object shown =
          field.declaring() == java.lang.ref.Reference.class
              ? null
              : heap.reference(view, field.offset());
      if (shown == null) {
        continue;
      }
      for (Watched container : containers) {
        if (container.is(shown)) {
          return container;
        }
      }
      Watched further = hops > 1 ? shownBy(shown, containers, hops - 1) : null;
      if (further != null) {
        return further;
      }
    }
    return null;
  }
}
