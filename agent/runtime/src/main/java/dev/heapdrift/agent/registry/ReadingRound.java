package dev.heapdrift.agent.registry;

import dev.heapdrift.agent.heap.FieldLayouts;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the sizes that may be read now without keeping anything alive.
 *
 * <p>Through the owner path where there is one, for what is reachable by ordinary loads is alive;
 * else through the weak reference where the entry's {@link ReadingPlan} justifies it. Belongs to
 * the agent's thread.
 */
final class ReadingRound {
  private final FieldLayouts layouts;
  private final Sizes sizes;
  private final ElementSampler sampler;
  private final TimeAxis axis;
  private final Slots slots;

  ReadingRound(
      FieldLayouts layouts, Sizes sizes, ElementSampler sampler, TimeAxis axis, Slots slots) {
    this.layouts = layouts;
    this.sizes = sizes;
    this.sampler = sampler;
    this.axis = axis;
    this.slots = slots;
  }

  void run(EntryIndex index, Now now) {
    int slot = axis.advance(now.uptimeMillis());
    List<Entry> entries = new ArrayList<>(index.size()); // adoption changes the index
    index.forEach(entries::add);
    sampler.begin();
    for (Entry entry : entries) {
      Object container = entry.removed() ? null : container(entry, now);
      if (container != null) {
        entry.read(now, sizes.read(entry, container), axis, slot);
        sampler.sample(entry, container, now);
      }
    }
    layouts.clear();
  }

  private Object container(Entry entry, Now now) {
    Object held = slots.held(entry);
    if (held != null || entry.removed()) {
      return held;
    }
    return entry.reading().justified(now) ? entry.ref().get() : null;
  }
}
