package dev.heapdrift.agent.instances;

import dev.heapdrift.agent.heap.Heap;
import dev.heapdrift.agent.registry.Now;
import dev.heapdrift.agent.registry.StackInterner;
import dev.heapdrift.agent.registry.TimeAxis;
import dev.heapdrift.hooks.DoorInstances;
import dev.heapdrift.snapshot.Drop;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.InstanceFacts;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * All instances that were seen being made and have not ended: at most {@code max-instances}, of the
 * largest group a part only when there are more.
 *
 * <p>They come in by {@link #drain}, the ended leave by {@link #sweep}, a slice at a time, and
 * their number is written down by {@link #count}. Belongs to the agent's thread.
 */
public final class InstanceRegistry {
  /** Option that raises the bound on instances. */
  private static final String BOUND = "max-instances";

  /** Name under which groups that found no room are counted; a fixed bound. */
  private static final String GROUP_BOUND = "instance-sites";

  /** Different kinds, classes and stacks. */
  private static final int MAX_GROUPS = 1024;

  /** A group with its history, in bytes. */
  private static final long BYTES_PER_GROUP = 400;

  /** An instance with its weak reference, in bytes. */
  private static final long BYTES_PER_INSTANCE = 100;

  /** Instances looked at by one sweep. */
  private static final int SLICE = 4096;

  private final int maxInstances;
  private final StackInterner stacks;
  private final TimeAxis axis = new TimeAxis();
  private final List<Place> places = new ArrayList<>();
  private final List<String> blind = new ArrayList<>();
  private final Map<Group.Key, Group> groups = new LinkedHashMap<>();
  private final List<Tracked> all = new ArrayList<>();
  private int sweepFrom;
  private long thinned;
  private long droppedGroups;

  /** A place of the table and how to read what it makes. */
  private record Place(InstanceReader reader, MakingMethod method) {}

  /**
   * Creates an empty registry.
   *
   * @param heap reads fields
   * @param maxInstances most instances held at a time
   * @param frames frames kept of a stack
   */
  public InstanceRegistry(Heap heap, int maxInstances, int frames) {
    this.maxInstances = maxInstances;
    this.stacks = new StackInterner(heap, frames);
    for (Followed row : InstanceTable.rows()) {
      InstanceReader reader = new InstanceReader(heap, row);
      if (reader.blind()) {
        blind.add(
            row.className() + " keeps its state elsewhere in this JDK: its use is not noticed");
      } else {
        row.methods().forEach(method -> places.add(new Place(reader, method)));
      }
    }
  }

  /** Takes in what waits at the door. */
  public void drain(Now now) {
    for (int i = 0; i < DoorInstances.ringSize(); i++) {
      DoorInstances.Made made = DoorInstances.take(i);
      if (made != null) {
        observe(made, now);
      }
    }
  }

  private void observe(DoorInstances.Made made, Now now) {
    Object instance = made.get(); // once, right after it was made
    for (Place place : places) {
      if (instance != null
          && place.method().place() == made.place
          && !place.reader().passesOver(instance)) {
        observe(instance, place, made, now);
      }
    }
  }

  private void observe(Object instance, Place place, DoorInstances.Made made, Now now) {
    InstanceReader reader = place.reader();
    int standsFor = reader.row().countsMissed() ? made.standsFor : 1;
    int stack = stacks.intern(made.stack);
    String type = reader.typeOf(instance, place.method());
    Group group =
        stack == StackInterner.NONE ? null : group(new Group.Key(reader.row().kind(), type, stack));
    if (group == null) {
      droppedGroups++;
    } else if (!group.noticed(standsFor)) {
      thinned++;
    } else if (!reader.ended(instance) && hasRoom()) {
      Tracked tracked = new Tracked(instance, standsFor, group, reader, now);
      group.add(tracked);
      all.add(tracked);
    }
  }

  private Group group(Group.Key key) {
    Group known = groups.get(key);
    if (known != null) {
      return known;
    }
    if (groups.size() >= MAX_GROUPS) {
      groups.values().removeIf(group -> group.tracked() == 0);
    }
    if (groups.size() >= MAX_GROUPS) {
      return null;
    }
    Group created = new Group(key, axis);
    groups.put(key, created);
    return created;
  }

  /** Makes room where there is none: the largest group is held by half from then on. */
  private boolean hasRoom() {
    if (all.size() >= maxInstances) {
      Group largest =
          groups.values().stream().max(Comparator.comparingInt(Group::tracked)).orElseThrow();
      int before = all.size();
      for (int i = all.size() - 1; i >= 0; i--) {
        if (all.get(i).group == largest && largest.thins()) {
          remove(i);
        }
      }
      largest.halve();
      thinned += before - all.size();
    }
    return all.size() < maxInstances;
  }

  private void remove(int i) {
    Tracked gone = all.get(i);
    gone.group.remove(gone);
    Tracked last = all.remove(all.size() - 1);
    if (i < all.size()) {
      all.set(i, last);
    }
  }

  /** Lets go of a slice of those that have ended; to be called at every tick. */
  public void sweep(Now now) {
    int from = Math.min(sweepFrom, all.size());
    for (int i = Math.min(all.size(), from + SLICE) - 1; i >= from; i--) {
      if (all.get(i).ended(now)) {
        remove(i);
      }
    }
    sweepFrom = from + SLICE;
    if (sweepFrom >= all.size()) {
      sweepFrom = 0;
      if (stacks.crowded()) {
        BitSet used = new BitSet();
        groups.keySet().forEach(key -> used.set(key.stack()));
        stacks.retain(used);
      }
    }
  }

  /** Looks at all of them and writes down how many are live; to be called when sizes are read. */
  public void count(Now now) {
    for (int i = all.size() - 1; i >= 0; i--) {
      if (all.get(i).ended(now)) {
        remove(i);
      } else {
        all.get(i).group.countTested(now, all.get(i));
      }
    }
    int slot = axis.advance(now.uptimeMillis());
    groups.values().forEach(group -> group.endRound(axis, slot));
  }

  /** What is to be sought of the groups that have grown since they were last sought. */
  public List<OwnerQuest> quests(int limit) {
    return groups.values().stream()
        .filter(Group::wantsOwner)
        .sorted(Comparator.comparingInt(Group::tracked).reversed())
        .limit(limit)
        .map(group -> OwnerQuest.of(group, members(group), stacks.frames(group.key().stack())))
        .toList();
  }

  private List<Tracked> members(Group group) {
    return all.stream()
        .filter(tracked -> tracked.group == group)
        .sorted(Comparator.comparingLong(Tracked::madeMillis))
        .toList();
  }

  /**
   * What a snapshot says about all groups, as last counted.
   *
   * @param index where a stack is in the snapshot
   */
  public List<InstanceFacts> facts(ToIntFunction<List<Frame>> index) {
    return groups.values().stream()
        .map(group -> group.facts(index.applyAsInt(stacks.frames(group.key().stack())), axis))
        .toList();
  }

  /** Instances held now. */
  public int size() {
    return all.size();
  }

  /** Heap that the registry holds, in bytes, about. */
  public long bytes() {
    return BYTES_PER_INSTANCE * all.size() + BYTES_PER_GROUP * groups.size() + stacks.bytes();
  }

  /** What was given up for want of room. */
  public List<Drop> drops() {
    return List.of(
        new Drop(BOUND, thinned),
        new Drop(GROUP_BOUND, droppedGroups),
        new Drop(Drop.INSTANCES_PASSED_OVER, DoorInstances.dropped()));
  }

  /** What is not followed in this JVM, one sentence each. */
  public List<String> notSeen() {
    return List.copyOf(blind);
  }
}
