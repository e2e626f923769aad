package dev.heapdrift.agent.zoom;

import dev.heapdrift.agent.heap.FieldLayouts;
import dev.heapdrift.agent.heap.Heap;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Counts insertions, lookups and removals per call site for at most {@link #MOST_CONTAINERS}
 * containers that keep growing, and how often the counterparts of the inserting methods run.
 *
 * <p>Problem: a container of a million entries has grown some twenty times, which says who was
 * there when its array was full, not who fills it. Counting every insertion of the application
 * costs too much. So only the classes in the growth stacks of the few containers that matter are
 * changed, for as long as these grow.
 *
 * <p>Belongs to the agent's thread. Nothing here throws: a class that cannot be changed stays as it
 * is, is told to the log once, and its containers have no counts.
 */
public final class Zoom implements AutoCloseable {
  /** Containers at a time. */
  static final int MOST_CONTAINERS = 16;

  /** A container that has not grown for so long is let go; in ms. */
  static final long PATIENCE_MILLIS = 300_000;

  /** The same where others wait; in ms. */
  static final long PATIENCE_WHEN_FULL_MILLIS = 30_000;

  private final Instrumentation instrumentation;
  private final Strangers strangers;
  private final SiteTable table = new SiteTable();
  private final ZoomedClasses classes;
  private final RetransformPace pace = new RetransformPace();
  private final Map<Long, Watched> watched = new LinkedHashMap<>();
  private final Map<Long, ZoomCounts> results = new LastOnes<>();
  private final Map<Long, Boolean> hopeless = new LastOnes<>();
  private final Rests rests = new Rests();

  /**
   * Creates a zoom that watches nothing yet.
   *
   * @param ours loader of the agent's own classes, which are never changed; null for none
   * @param seesDoor whether classes of a loader find the door
   * @param log told in one line what had to be given up
   */
  public Zoom(
      Instrumentation instrumentation,
      Heap heap,
      FieldLayouts layouts,
      ClassLoader ours,
      Predicate<ClassLoader> seesDoor,
      Consumer<String> log) {
    this.instrumentation = instrumentation;
    this.strangers = new Strangers(heap, layouts);
    this.classes = new ZoomedClasses(instrumentation, table, ours, seesDoor, log);
  }

  /**
   * Looks at what grows now: takes on new containers and lets go of those that have stopped.
   * Changes classes at most a few times a minute; the rest waits for a later call.
   *
   * @param growing containers that keep growing, the most interesting first
   * @param nowMillis JVM uptime in ms
   */
  public void update(List<ZoomCandidate> growing, long nowMillis) {
    if (!pace.allows(nowMillis)) {
      return;
    }
    List<ZoomCandidate> waiting = new ArrayList<>();
    for (ZoomCandidate candidate : growing) {
      Watched known = watched.get(candidate.id());
      if (known != null) {
        known.rose(candidate.lastRiseMillis());
      } else if (!hopeless.containsKey(candidate.id())) {
        waiting.add(candidate);
      }
    }
    List<ZoomedClass> changed = release(nowMillis, waiting.size());
    if (!waiting.isEmpty() && watched.size() < MOST_CONTAINERS) {
      LoadedTypes types = new LoadedTypes(instrumentation.getAllLoadedClasses());
      take(waiting, types, changed, nowMillis);
      change(changed, types, nowMillis);
    } else {
      change(changed, LoadedTypes.NONE, nowMillis);
    }
  }

  /** Looks at receivers that no site knows; cheap, for every tick. */
  public void tick() {
    table.forEach(strangers::lookAt);
  }

  /** What was counted for a container since the zoom came to it, or before the zoom left it. */
  public ZoomCounts counted(long id) {
    Watched known = watched.get(id);
    ZoomCounts before = results.getOrDefault(id, ZoomCounts.NONE);
    if (known == null) {
      return before;
    }
    ZoomCounts now = known.counted();
    return now.insertions().isEmpty() && !before.insertions().isEmpty() ? before : now;
  }

  /** Calls on this very container since the last call; more than 0 means it is alive. */
  public long usedSinceLastRead(long id) {
    Watched known = watched.get(id);
    return known == null ? 0 : known.usedSinceLastRead();
  }

  /**
   * An object whose method has inserted into a container, each at most once; null for none. It may
   * be what holds the container where no root leads to either.
   */
  public Object takeInserter(long id) {
    Watched known = watched.get(id);
    return known == null ? null : known.takeInserter();
  }

  /** Call sites that are not counted for want of room. */
  public long refusedSites() {
    return table.refused();
  }

  /** Takes everything back. */
  @Override
  public void close() {
    List<ZoomedClass> changed = new ArrayList<>();
    List.copyOf(watched.values()).forEach(container -> release(container, changed));
    classes.change(changed, LoadedTypes.NONE);
    classes.close();
  }

  private List<ZoomedClass> release(long nowMillis, int waiting) {
    List<ZoomedClass> changed = new ArrayList<>();
    int room = MOST_CONTAINERS - watched.size();
    for (Watched container : List.copyOf(watched.values())) {
      long idle = nowMillis - container.lastRiseMillis();
      boolean inTheWay = waiting > room && idle > PATIENCE_WHEN_FULL_MILLIS;
      if (container.dead()) {
        rests.died(container.plan().inserter(), nowMillis);
      }
      if (container.dead() || idle > PATIENCE_MILLIS || inTheWay) {
        release(container, changed);
        room++;
      }
    }
    return changed;
  }

  private void release(Watched container, List<ZoomedClass> changed) {
    watched.remove(container.id());
    ZoomCounts counted = container.counted();
    container.release();
    if (!container.dead()) {
      results.put(container.id(), counted);
    }
    changed.addAll(classes.withoutUse(container));
  }

  private void take(
      List<ZoomCandidate> waiting, LoadedTypes types, List<ZoomedClass> changed, long nowMillis) {
    for (ZoomCandidate candidate : waiting) {
      if (watched.size() >= MOST_CONTAINERS) {
        return;
      }
      GrowthPlan plan = GrowthPlan.of(candidate, types);
      if (rests.rests(plan.inserter(), nowMillis)) {
        continue;
      }
      Watched container = new Watched(candidate, plan, nowMillis);
      List<ZoomedClass> mine = classes.of(container, types);
      if (mine.isEmpty()) {
        hopeless.put(candidate.id(), true); // no class that can be changed: not looked at again
        continue;
      }
      watched.put(candidate.id(), container);
      for (ZoomedClass zoomed : mine) {
        zoomed.watch(container);
        if (!changed.contains(zoomed)) {
          changed.add(zoomed);
        }
      }
    }
  }

  private void change(List<ZoomedClass> changed, LoadedTypes types, long nowMillis) {
    if (!changed.isEmpty()) {
      pace.spent(nowMillis);
      classes.change(changed, types);
    }
  }
}
