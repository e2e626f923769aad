package dev.heapdrift.agent.registry;

import dev.heapdrift.agent.zoom.ZoomCounts;
import dev.heapdrift.snapshot.ContainerFacts;
import dev.heapdrift.snapshot.Frame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The registry's part of a snapshot.
 *
 * @param stacks growth stacks that the containers refer to
 * @param containers the live containers, in order of their ids
 */
public record RegistryFacts(List<List<Frame>> stacks, List<ContainerFacts> containers) {

  static RegistryFacts of(
      EntryIndex index,
      StackInterner stacks,
      TimeAxis axis,
      Now now,
      Function<Entry, ZoomCounts> counted) {
    List<Entry> alive = new ArrayList<>(index.size());
    index.forEach(
        e -> {
          if (!e.dead() && (e.series().growths() > 0 || e.series().grewAgain())) {
            alive.add(e);
          }
        });
    alive.sort(Comparator.comparingLong(Entry::id));
    Stacks used = new Stacks(stacks);
    List<ContainerFacts> facts = new ArrayList<>(alive.size());
    for (Entry entry : alive) {
      facts.add(facts(entry, used, axis, now, counted.apply(entry)));
    }
    return new RegistryFacts(used.frames, facts);
  }

  /** The same with one more container before the others, or as it is for null. */
  RegistryFacts with(ContainerFacts first) {
    if (first == null) {
      return this;
    }
    List<ContainerFacts> all = new ArrayList<>(containers.size() + 1);
    all.add(first);
    all.addAll(containers);
    return new RegistryFacts(stacks, all);
  }

  private static ContainerFacts facts(
      Entry entry, Stacks used, TimeAxis axis, Now now, ZoomCounts counted) {
    Series series = entry.series();
    ElementFacts elements = entry.elements();
    return new ContainerFacts(
        entry.id(),
        entry.typeName(),
        entry.kind(),
        entry.owner(),
        series.noticedMillis(),
        series.lastGrowthMillis(),
        (int) Math.min(Integer.MAX_VALUE, now.gcEpoch() - series.noticedEpoch()),
        series.growths(),
        series.size(),
        series.sizeReadMillis(),
        series.capacity(),
        elements == null ? -1 : elements.bytesPerEntry(),
        series.history() == null ? List.of() : series.history().points(axis),
        series.sites().facts(used::index),
        counted.insertions(),
        elements == null ? List.of() : elements.shares(),
        elements == null ? null : elements.nature(),
        counted.facts());
  }

  /** The stacks that are in use, in order of their first use. */
  private static final class Stacks {
    private final StackInterner all;
    private final Map<Integer, Integer> indexes = new HashMap<>();
    private final List<List<Frame>> frames = new ArrayList<>();

    Stacks(StackInterner all) {
      this.all = all;
    }

    int index(int stack) {
      return indexes.computeIfAbsent(
          stack,
          s -> {
            frames.add(all.frames(s));
            return frames.size() - 1;
          });
    }
  }
}
