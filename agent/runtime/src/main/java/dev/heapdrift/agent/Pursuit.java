package dev.heapdrift.agent;

import dev.heapdrift.agent.growth.GrowthTable;
import dev.heapdrift.agent.growth.LoadedClasses;
import dev.heapdrift.agent.heap.FieldLayouts;
import dev.heapdrift.agent.heap.FieldLayouts.RefField;
import dev.heapdrift.agent.heap.Heap;
import dev.heapdrift.agent.instances.InstanceRegistry;
import dev.heapdrift.agent.instances.OwnerQuest;
import dev.heapdrift.agent.owner.LiveThreads;
import dev.heapdrift.agent.owner.OwnerPath;
import dev.heapdrift.agent.owner.OwnerWalk;
import dev.heapdrift.agent.owner.Suspect;
import dev.heapdrift.agent.owner.WalkBudget;
import dev.heapdrift.agent.owner.WalkReport;
import dev.heapdrift.agent.registry.ContainerRegistry;
import dev.heapdrift.agent.registry.Entry;
import dev.heapdrift.agent.registry.Now;
import dev.heapdrift.agent.zoom.Zoom;
import dev.heapdrift.agent.zoom.ZoomCandidate;
import dev.heapdrift.agent.zoom.ZoomCounts;
import dev.heapdrift.snapshot.Drop;
import java.lang.instrument.Instrumentation;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;

/**
 * Goes after what keeps growing: who holds the containers and instances (owner walk), and which
 * line fills the containers (zoom). Agent thread only.
 */
final class Pursuit implements AutoCloseable {

  /** Containers sought in one walk. */
  private static final int SUSPECTS = 256;

  /** Groups of instances sought in one walk. */
  private static final int GROUPS = 16;

  /** Longest walk, in ms; it stops earlier when somebody waits for the agent. */
  private static final long WALK_MILLIS = 3000;

  /** Longest walk that somebody waits for, in ms; the first one of a JVM runs uncompiled. */
  private static final long ASKED_MILLIS = 10_000;

  /**
   * The first walk for what nothing hooks, in ms of JVM uptime, and the time to the second; then
   * twice that...
   */
  private static final long FIRST_GAP_MILLIS = 3_000;

  /** ...up to this. */
  private static final long LONGEST_GAP_MILLIS = 600_000;

  /** Objects that such a walk looks into, 0.1 s or so: what grows begins near to the roots. */
  private static final long CENSUS_OBJECTS = 300_000;

  /** Walks for what was large before, those included that somebody cut short who waited. */
  private static final int MOST_LOOKS = 8;

  /** Longest walk while the JVM waits to exit, in ms. */
  private static final long LAST_WALK_MILLIS = 400;

  /** A container counts as growing for so long after its last growth, in ms. */
  private static final long GROWING_MILLIS = 300_000;

  /** What has grown for a shorter time, in ms, may be of one request, and dead before its turn. */
  private static final long ZOOM_AFTER_MILLIS = 3000;

  /** Only the zoom can see that one without an owner is alive, and so may be read often. */
  private static final Comparator<Entry> OWNERLESS_FIRST =
      Comparator.comparing((Entry entry) -> entry.path() != null)
          .thenComparing(entry -> entry.series().growths() == 0);

  private final ContainerRegistry registry;
  private final InstanceRegistry instances;
  private final FieldLayouts layouts;
  private final OwnerWalk walk;
  private final Zoom zoom;
  private final BooleanSupplier hurry;
  private final Logger log;
  private final Map<Entry, List<WeakReference<Object>>> wrappers = new WeakHashMap<>();
  private final LoadedClasses loadedBefore;
  private boolean lookedEarly;
  private boolean lookedLate;
  private int looks;
  private boolean walkCutShort;
  private long censusDueMillis = FIRST_GAP_MILLIS;
  private long censusGapMillis = FIRST_GAP_MILLIS;

  Pursuit(
      Installation installation,
      Heap heap,
      FieldLayouts layouts,
      ContainerRegistry registry,
      InstanceRegistry instances,
      BooleanSupplier hurry,
      Logger log)
      throws ReflectiveOperationException {
    Instrumentation jvm = installation.instrumentation();
    ClassLoader ours = Pursuit.class.getClassLoader();
    this.layouts = layouts;
    this.registry = registry;
    this.instances = instances;
    this.hurry = hurry;
    this.log = log;
    this.loadedBefore = installation.loadedBefore();
    this.lookedEarly = loadedBefore.done();
    this.lookedLate = lookedEarly;
    this.walk = new OwnerWalk(heap, layouts, jvm::getAllLoadedClasses, new LiveThreads(), ours);
    this.zoom =
        installation.options().zoom()
            ? new Zoom(jvm, heap, layouts, ours, installation.arrays()::seesDoor, log::warn)
            : null;
  }

  /** Looks for the owners of what lasts or keeps growing. */
  void findOwners(Now now) {
    search(registry.ownerless(now, SUSPECTS), now, WalkBudget.millis(WALK_MILLIS, hurry));
  }

  /**
   * Looks for what was large before the agent came, if it came late: soon, and again when the
   * fields of all classes that were loaded before are known.
   */
  void lookBack(Now now) {
    boolean late = loadedBefore.done();
    if ((late ? !lookedLate : !lookedEarly) && looks < MOST_LOOKS) {
      looks++;
      long begin = CpuClock.nanos();
      int before = registry.size();
      WalkReport report = walk.census(new Census(now, true), WalkBudget.millis(WALK_MILLIS, hurry));
      long millis = (CpuClock.nanos() - begin) / 1_000_000;
      log.info("large before: {}, {}, {} ms of CPU", registry.size() - before, report, millis);
      boolean undone = !report.complete() && hurry.getAsBoolean();
      lookedEarly |= !undone;
      lookedLate |= late && !undone;
      walkCutShort |= !report.complete() && (!undone || looks == MOST_LOOKS);
    }
  }

  /**
   * Looks for chains of nodes, text and skip lists, of which no growth tells: soon, for what leaks
   * from the start on, and ever more rarely.
   */
  void lookForUnhooked(Now now) {
    long millis = now.uptimeMillis();
    if (millis >= censusDueMillis) {
      WalkBudget budget = WalkBudget.millis(WALK_MILLIS, hurry).objects(CENSUS_OBJECTS);
      WalkReport report = walk.census(new Census(now, false), budget);
      log.info("looked for what nothing hooks: {}", report);
      censusDueMillis = millis + censusGapMillis;
      if (report.complete() || report.nodes() >= CENSUS_OBJECTS) {
        censusGapMillis = Math.min(LONGEST_GAP_MILLIS, 2 * censusGapMillis);
      }
    }
  }

  /** What a walk comes to, for the registry. */
  private final class Census implements OwnerWalk.CensusVisitor {
    private final Now now;
    private final boolean all;

    /**
     * Registers what is large.
     *
     * @param all also what would tell of its next growth
     */
    Census(Now now, boolean all) {
      this.now = now;
      this.all = all;
    }

    @Override
    public void met(Object container, Supplier<OwnerPath> path) {
      if (all || !GrowthTable.of(container.getClass()).hooked()) {
        registry.met(container, path, now);
      }
    }

    @Override
    public void head(
        Object holder, RefField field, List<RefField> links, Supplier<OwnerPath> path) {
      registry.metChain(holder, field, links, path, now);
    }
  }

  /** As {@link #findOwners}, when there will be no other time. */
  void lastLook(Now now) {
    WalkBudget budget = WalkBudget.millis(LAST_WALK_MILLIS, () -> false);
    search(registry.stillOwnerless(now, SUSPECTS), now, budget);
  }

  private void search(List<Entry> ownerless, Now now, WalkBudget budget) {
    List<OwnerQuest> quests = instances.quests(GROUPS);
    if (ownerless.isEmpty() && quests.isEmpty()) {
      return;
    }
    List<Suspect> suspects = new ArrayList<>(ownerless.stream().map(this::suspect).toList());
    quests.forEach(quest -> suspects.addAll(quest.suspects()));
    long begin = CpuClock.nanos();
    WalkReport report = walk.walk(suspects, budget);
    for (int i = 0; i < ownerless.size(); i++) {
      Entry entry = ownerless.get(i);
      entry.searched(now);
      if (suspects.get(i).path() != null) {
        entry.path(suspects.get(i).path());
        wrappers.put(entry, suspects.get(i).wrappers());
      }
    }
    quests.forEach(quest -> quest.end(report.complete()));
    walkCutShort |= !report.complete();
    log.info("owner walk: {}, {} ms of CPU", report, (CpuClock.nanos() - begin) / 1_000_000);
  }

  /** Looks for the owners of what somebody asks about, and waits for. */
  void findNow(List<Suspect> suspects) {
    WalkBudget budget = WalkBudget.millis(ASKED_MILLIS, () -> false).allElements();
    WalkReport report = walk.walk(suspects, budget);
    log.info("asked for an owner: {}", report);
  }

  private Suspect suspect(Entry e) {
    return new Suspect(
            e.ref(),
            e.containerClass(),
            e.identityHash(),
            e.grownField(),
            registry.growthClasses(e))
        .orSuccessor(registry.successor(e));
  }

  /**
   * Counts insertions at the call sites that fill what keeps growing. What has grown for a moment
   * only is no such thing: a storm of collections that are filled and dropped would take every
   * place, and each of them its class's compiled code.
   */
  void zoom(Now now) {
    if (zoom != null) {
      long since = now.uptimeMillis() - GROWING_MILLIS;
      zoom.tick();
      List<Entry> growing = registry.growing(since);
      zoom.update(
          growing.stream()
              .filter(e -> e.series().roseForMillis() >= ZOOM_AFTER_MILLIS && e.hasCalls())
              .sorted(OWNERLESS_FIRST)
              .map(this::candidate)
              .toList(),
          now.uptimeMillis());
      growing.stream().filter(Entry::soughtInVain).forEach(this::askInserter);
    }
  }

  /** What local variables hold, no walk finds; what fills it is often what holds it. */
  private void askInserter(Entry entry) {
    Object inserter = zoom.takeInserter(entry.id());
    if (inserter != null) {
      Suspect suspect = suspect(entry);
      walk.around(suspect, inserter);
      if (suspect.path() != null) {
        entry.path(suspect.path());
      }
    }
  }

  private ZoomCandidate candidate(Entry entry) {
    return new ZoomCandidate(
        entry.id(),
        entry.ref(),
        entry.containerClass(),
        () -> registry.growthStacks(entry),
        holder(entry.path()),
        wrappers.getOrDefault(entry, List.of()),
        entry.series().lastRiseMillis());
  }

  /** The class of the field that holds it; a method's local variable has none. */
  private static String holder(OwnerPath path) {
    String field = path == null ? null : path.facts().holder();
    return field == null ? null : field.substring(0, Math.max(0, field.lastIndexOf('.')));
  }

  /** Tells the registry which containers the zoom has seen alive since the last reading. */
  void noteUse(Now now) {
    if (zoom != null) {
      for (Entry entry : registry.growing(now.uptimeMillis() - GROWING_MILLIS)) {
        if (zoom.usedSinceLastRead(entry.id()) > 0) {
          entry.used();
        }
      }
    }
  }

  /** What the zoom has counted so far. */
  ZoomCounts counted(Entry entry) {
    return zoom == null ? ZoomCounts.NONE : zoom.counted(entry.id());
  }

  /** What was given up for want of room. */
  List<Drop> drops() {
    return zoom == null ? List.of() : List.of(new Drop("zoom-sites", zoom.refusedSites()));
  }

  /** What could not be observed, one sentence each. */
  List<String> notSeen() {
    List<String> all = new ArrayList<>();
    if (walkCutShort) {
      all.add("some owners: a walk of the heap ended at its time or node budget");
    }
    if (layouts.skipped() > 0) {
      all.add(
          layouts.skipped() + " classes: their fields are not known, owners behind them neither");
    }
    return all;
  }

  @Override
  public void close() {
    if (zoom != null) {
      zoom.close();
    }
  }
}
