package dev.heapdrift.agent.registry;

import dev.heapdrift.agent.growth.Structure;
import dev.heapdrift.agent.heap.FieldLayouts;
import dev.heapdrift.agent.heap.FieldLayouts.RefField;
import dev.heapdrift.agent.heap.Heap;
import dev.heapdrift.agent.owner.OwnerPath;
import dev.heapdrift.agent.zoom.ZoomCounts;
import dev.heapdrift.hooks.Door;
import dev.heapdrift.snapshot.ContainerFacts;
import dev.heapdrift.snapshot.Drop;
import dev.heapdrift.snapshot.Frame;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * All containers that were seen to grow, weakly, each with its series: at most {@code
 * max-containers}.
 *
 * <p>Growths come in by {@link #observe}, sizes by {@link #readSizes}, and the dead leave by {@link
 * #sweep}, a slice at a time. When all places are taken, the oldest container that has grown only
 * once makes room: a storm of short-lived large collections consists of such. Belongs to the
 * agent's thread.
 */
public final class ContainerRegistry {
  /** Option that raises the bound on containers. */
  private static final String BOUND = "max-containers";

  /** Entries from which on a container is large, as for the door. */
  private static final int LARGE = 1024;

  /** The same for what buffers bytes, in bytes. */
  private static final long LARGE_BUFFER = 1 << 16;

  /** Containers taken in that were large before: each is read in every round. */
  private static final int MAX_FOUND = 1000;

  /** Chains of nodes taken in: each is counted node by node. */
  private static final int MAX_CHAINS = 64;

  /** An entry with its reference and sites, in bytes. */
  private static final long BYTES_PER_ENTRY = 320;

  /** The history of one that grew more than once. */
  private static final long BYTES_PER_HISTORY = 170;

  /** Buckets looked at by one sweep; fifty thousand containers take about a second of ticks. */
  private static final int SWEEP_BUCKETS = 8192;

  private final Heap heap;
  private final int maxContainers;
  private final StackInterner stacks;
  private final EntryIndex index = new EntryIndex();
  private final ContainerType.Table types = new ContainerType.Table();
  private final TimeAxis axis = new TimeAxis();
  private final Ownerless ownerless = new Ownerless();
  private final Sizes sizes;
  private final ElementReader copies;
  private final ReadingRound round;
  private final Slots slots;
  private final FinalizerQueue finalizers;

  /** Entries with one growth, oldest first; others linger until their turn. */
  private final ArrayDeque<Entry> newcomers = new ArrayDeque<>();

  private long lastId;
  private long dropped;
  private int found;
  private int chains;
  private int sweepFrom;

  /**
   * Creates an empty registry.
   *
   * @param heap reads fields
   * @param layouts finds fields; cleared at the end of each reading round
   * @param shallowSize bytes of one object, {@code Instrumentation::getObjectSize}
   * @param maxContainers most containers registered at a time
   * @param frames frames kept of a growth stack
   */
  public ContainerRegistry(
      Heap heap,
      FieldLayouts layouts,
      ToLongFunction<Object> shallowSize,
      int maxContainers,
      int frames) {
    this.heap = heap;
    this.maxContainers = maxContainers;
    this.stacks = new StackInterner(heap, frames);
    this.slots = new Slots(index, types, axis);
    ElementSampler sampler =
        new ElementSampler(heap, layouts, shallowSize, o -> index.find(o, e -> true) != null);
    this.finalizers = new FinalizerQueue(heap);
    this.sizes = new Sizes(heap, layouts);
    this.copies = new ElementReader(heap, layouts, choices -> 0);
    this.round = new ReadingRound(layouts, sizes, sampler, axis, slots);
  }

  /**
   * Numbers containers from here on: an agent that was attached before may have numbered others,
   * and numbers are not used twice in a JVM.
   */
  public void numberFrom(long id) {
    lastId = id;
  }

  /** Takes in one growth from the door. */
  public void observe(Door.Growth event, Now now) {
    Object container = event.get();
    if (container == null) {
      return;
    }
    Entry entry = entryOf(container, event);
    if (entry == null) {
      entry = admit(container, event.field, now);
    } else if (event.field != null && entry.series().counted(event.capacity, now)) {
      entry.used(); // keys and values grow together
      return;
    }
    if (entry != null) {
      entry.grew(now, event.capacity, stacks.intern(event.stack), axis);
    }
  }

  /**
   * Takes in a container that a walk has met, if it is large and not known: it has grown before
   * anybody looked. Snapshots tell of it once it goes on growing.
   *
   * @param path asked who holds it, if that is of interest
   */
  public void met(Object container, Supplier<OwnerPath> path, Now now) {
    ContainerType type = types.of(container.getClass());
    Structure row = type.row();
    if (row == null || index.find(container, e -> true) != null) {
      return;
    }
    long size = sizes.reader().size(container, row);
    if (size < (row.kind() == ContainerFacts.Structure.BUFFER ? LARGE_BUFFER : LARGE)) {
      return;
    }
    if (found >= MAX_FOUND || index.size() >= maxContainers) {
      dropped++;
      return;
    }
    Entry entry = new Entry(++lastId, container, type, null, now);
    entry.read(now, size, axis, 0);
    takeIn(entry, path.get());
    found++;
  }

  /**
   * Takes in a chain of nodes that a walk has met, if it is long and not known.
   *
   * @param holder the object, or the class, whose field holds the first node
   * @param links fields by which the nodes hold each other
   * @param path asked who holds the object, if that is of interest
   */
  public void metChain(
      Object holder, RefField head, List<RefField> links, Supplier<OwnerPath> path, Now now) {
    if (index.find(holder, e -> e.chain() != null && e.sameField(head.name())) != null) {
      return;
    }
    Chain chain = new Chain(heap, head, links);
    if (chain.length(holder, LARGE) < LARGE) {
      return;
    }
    if (chains >= MAX_CHAINS || index.size() >= maxContainers) {
      dropped++;
      return;
    }
    Entry entry = new Entry(++lastId, holder, types.of(holder.getClass()), head.name(), now);
    entry.chain(chain);
    if (!Collection.class.isAssignableFrom(holder.getClass())) {
      entry.showAs(chain.nodes(holder, 1).get(0).getClass().getTypeName());
    }
    takeIn(entry, path.get());
    chains++;
  }

  private void takeIn(Entry entry, OwnerPath path) {
    entry.series().follow(axis);
    entry.path(path);
    index.add(entry);
  }

  private Entry entryOf(Object container, Door.Growth event) {
    Entry same = index.find(container, e -> e.sameField(event.field));
    return same != null ? same : index.find(container, e -> sizes.parallel(e, container, event));
  }

  private Entry admit(Object container, String field, Now now) {
    if (index.size() >= maxContainers) {
      dropped++;
      if (!evict()) {
        return null;
      }
    }
    ContainerType type = types.of(container.getClass());
    Entry entry = new Entry(++lastId, container, type, field, now);
    index.add(entry);
    if (newcomers.size() > 2 * index.size() + 16) {
      newcomers.removeIf(e -> e.removed() || e.series().growths() > 1);
    }
    newcomers.add(entry);
    return entry;
  }

  private boolean evict() {
    for (Entry oldest = newcomers.poll(); oldest != null; oldest = newcomers.poll()) {
      if (!oldest.removed() && oldest.series().growths() <= 1) {
        slots.remove(oldest);
        return true;
      }
    }
    return false;
  }

  /**
   * One reading round: reads what may be read now, finds the successors of what was replaced,
   * samples elements of a few growing containers. To be called at the snapshot interval, or
   * oftener.
   */
  public void readSizes(Now now) {
    round.run(index, now);
  }

  /** Drops a slice of the dead; to be called at every tick. */
  public void sweep() {
    List<Entry> dead = new ArrayList<>();
    index.slice(
        sweepFrom,
        sweepFrom + SWEEP_BUCKETS,
        e -> {
          if (e.dead()) {
            dead.add(e);
          }
        });
    dead.forEach(slots::settle);
    sweepFrom += SWEEP_BUCKETS;
    if (sweepFrom >= index.buckets()) {
      sweepFrom = 0;
      if (stacks.crowded()) {
        forgetStacks();
      }
    }
  }

  private void forgetStacks() {
    BitSet used = new BitSet();
    index.forEach(e -> e.series().sites().stacks(used::set));
    stacks.retain(used);
  }

  /**
   * Containers that grow: seen growing at least twice, be it at one moment, or once when they were
   * large before, and larger than ever before at or after {@code sinceMillis}. Largest first.
   */
  public List<Entry> growing(long sinceMillis) {
    List<Entry> growing = new ArrayList<>();
    index.forEach(
        e -> {
          if (e.series().grewAgain() && e.series().lastRiseMillis() >= sinceMillis && !e.dead()) {
            growing.add(e);
          }
        });
    growing.sort(
        Comparator.comparing(Entry::series, Comparator.comparingLong(Series::capacity).reversed()));
    return growing;
  }

  /**
   * Containers whose owner is not known and worth a search now, the most urgent first. Call {@link
   * Entry#searched} on what was searched.
   */
  public List<Entry> ownerless(Now now, int limit) {
    return ownerless.choose(index, now, limit, false);
  }

  /** As {@link #ownerless}, when there will be no other time: all of them. */
  public List<Entry> stillOwnerless(Now now, int limit) {
    return ownerless.choose(index, now, limit, true);
  }

  /**
   * Tells the container that has taken the place of this one since, if it is one of many copies; to
   * be used in one search and then let go of. Null where there cannot be one, or it is not
   * justified to ask.
   */
  public Predicate<Object> successor(Entry entry) {
    Structure row = entry.type().row();
    Object container = row != null && ownerless.isCopy(entry) ? entry.aliveOrNull() : null;
    return container == null ? null : new Likeness(container, row, sizes.reader(), copies);
  }

  /** Growth stacks of a container, most frequent first, each with its most recent frame first. */
  public List<List<Frame>> growthStacks(Entry entry) {
    return entry.series().sites().facts(stack -> stack).stream()
        .map(site -> stacks.frames(site.stack()))
        .toList();
  }

  /** Binary names of the classes in the growth stacks of a container. */
  public Set<String> growthClasses(Entry entry) {
    Set<String> names = new HashSet<>();
    growthStacks(entry).forEach(stack -> stack.forEach(frame -> names.add(frame.className())));
    return names;
  }

  /**
   * What a snapshot says about all live containers, the queue of finalizers among them.
   *
   * @param counted what the zoom has counted for a container
   */
  public RegistryFacts facts(Now now, Function<Entry, ZoomCounts> counted) {
    return RegistryFacts.of(index, stacks, axis, now, counted).with(finalizers.facts(now));
  }

  /** All entries, those of the dead included that no sweep has met yet. */
  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>(index.size());
    index.forEach(entries::add);
    return entries;
  }

  /** Heap that the registry holds, in bytes, about. */
  public long bytes() {
    long[] bytes = {stacks.bytes()};
    index.forEach(
        e ->
            bytes[0] +=
                BYTES_PER_ENTRY
                    + (e.series().history() == null ? 0 : BYTES_PER_HISTORY)
                    + (e.path() == null ? 0 : OwnerPath.BYTES));
    return bytes[0];
  }

  /** Containers registered now, those included that died since the last sweep. */
  public int size() {
    return index.size();
  }

  /** What was given up for want of room. */
  public List<Drop> drops() {
    return List.of(new Drop(BOUND, dropped), new Drop(StackInterner.BOUND, stacks.dropped()));
  }
}
