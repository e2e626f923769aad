package dev.heapdrift.agent.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.heapdrift.agent.heap.FieldLayouts;
import dev.heapdrift.agent.heap.FieldNames;
import dev.heapdrift.agent.heap.Heap;
import dev.heapdrift.snapshot.ContainerFacts.InsertionSite;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.ZoomFacts.Access;
import dev.heapdrift.snapshot.ZoomFacts.AccessSite;
import dev.heapdrift.snapshot.ZoomFacts.Counterpart;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Insertions are counted at their line, for the right container, and only while that grows. */
class ZoomTest {
  private static final String FEEDER = Feeder.class.getName();
  private static final long BATCH_APART = 10_000;

  private final Heap heap = Heap.open();
  private final List<String> log = new ArrayList<>();
  private final Zoom zoom =
      new Zoom(
          ByteBuddyAgent.install(),
          heap,
          new FieldLayouts(heap, new FieldNames()),
          null,
          loader -> true,
          log::add);
  private long now = 1_000_000;

  @AfterEach
  void undo() {
    zoom.close();
    assertThat(log).isEmpty();
  }

  @Test
  void countsAtEachLineApart() {
    watch(1, Feeder.CACHE, stack("HashMap.put", "often"));
    for (int i = 0; i < 7; i++) {
      Feeder.often(i, 1L, 0.5);
    }
    Feeder.seldom("new");
    List<InsertionSite> sites = zoom.counted(1).insertions();
    assertThat(sites).extracting(InsertionSite::count).containsExactly(7L, 1L);
    assertThat(sites).extracting(InsertionSite::callee).containsExactly("put", "computeIfAbsent");
    assertThat(sites.get(0).site())
        .isEqualTo(new Frame(FEEDER, "often", "Feeder.java", lineOf("often")));
    assertThat(zoom.usedSinceLastRead(1)).as("a lookup shows it alive too").isEqualTo(9);
    assertThat(zoom.usedSinceLastRead(1)).isZero();
  }

  @Test
  void countsLookupsAndRemovalsWithWhatTheyFound() {
    watch(1, Feeder.CACHE, stack("HashMap.put", "often"));
    Feeder.find("hit", 1);
    Feeder.find("hit", 2);
    Feeder.find("hit", 3);
    Feeder.forget(List.of("hit", "missed"));
    Feeder.forget(List.of());
    assertThat(zoom.counted(1).facts().accesses())
        .filteredOn(site -> site.calls() > 0)
        .extracting(AccessSite::callee, AccessSite::access, AccessSite::calls, AccessSite::found)
        .containsExactly(
            tuple("get", Access.LOOKUP, 3L, 2L),
            tuple("remove", Access.REMOVAL, 2L, 1L),
            tuple("clear", Access.REMOVAL, 1L, -1L));
    assertThat(zoom.counted(1).facts().sinceMillis()).isEqualTo(1_000_000);
  }

  @Test
  void countsExecutionsOfTheCounterpart() {
    watch(1, Feeder.CACHE, stack("HashMap.put", "addTenant"));
    Feeder.addTenant("a");
    assertThat(Feeder.removeTenant("b")).isNull();
    assertThat(zoom.counted(1).facts().counterparts())
        .containsExactly(
            new Counterpart(
                feeder("addTenant"),
                new Frame(FEEDER, "removeTenant", "Feeder.java", lineOf("removeTenant")),
                1));
  }

  @Test
  void remembersWhoseMethodInserts() {
    Feeder.Registry registry = new Feeder.Registry();
    Class<?> type = Feeder.Registry.class;
    watch(
        1,
        registry.names,
        List.of(
            new Frame("java.util.HashMap", "put", null, 1),
            new Frame(type.getName(), "register", "Feeder.java", Lines.first(type, "register"))));
    assertThat(zoom.takeInserter(1)).isNull();
    new Feeder.Registry().register("another map");
    assertThat(zoom.takeInserter(1)).isNull();
    registry.register("mine");
    assertThat(zoom.takeInserter(1)).isSameAs(registry);
    registry.register("again");
    assertThat(zoom.takeInserter(1)).as("asked once").isNull();
  }

  @Test
  void namesWithoutACounterpartHaveNone() {
    assertThat(Counterparts.of("addListener")).startsWith("removeListener", "deleteListener");
    assertThat(Counterparts.of("add")).startsWith("remove");
    assertThat(Counterparts.of("compute")).isEmpty();
    assertThat(Counterparts.of("additional")).isEmpty();
  }

  @Test
  void countsEachContainerAlone() {
    Map<Object, Object> mine = new HashMap<>();
    Map<Object, Object> yours = new HashMap<>();
    watch(1, mine, stack("HashMap.put", "into"));
    watch(2, yours, stack("HashMap.put", "into"));
    Feeder.into(mine, "a");
    Feeder.into(yours, "a");
    Feeder.into(mine, "b");
    Feeder.into(new HashMap<>(), "c");
    assertThat(zoom.counted(1).insertions()).extracting(InsertionSite::count).containsExactly(2L);
    assertThat(zoom.counted(2).insertions()).extracting(InsertionSite::count).containsExactly(1L);
    assertThat(mine.size() + yours.size()).as("alive until here").isEqualTo(3);
  }

  @Test
  void recognisesViewsByTheWay() {
    Object map = read(Feeder.NAMES, java.util.HashSet.class, "map");
    watch(1, map, stack("HashSet.add", "name"));
    Feeder.name("unknown receiver");
    zoom.tick();
    Feeder.name("known receiver");
    assertThat(zoom.counted(1).insertions()).extracting(InsertionSite::count).containsExactly(1L);
  }

  @Test
  void countsInTheClassThatHoldsWhatWasNeverSeenGrowing() {
    zoom.update(
        List.of(
            new ZoomCandidate(
                1,
                new WeakReference<>(Feeder.OTHER),
                HashMap.class,
                List::of,
                FEEDER,
                List.of(),
                now)),
        now);
    Feeder.often("key", 1, 1);
    assertThat(zoom.counted(1).insertions()).extracting(InsertionSite::count).containsExactly(1L);
  }

  @Test
  void countsThroughWrappersThatAreKnown() {
    Class<?> declaring = Feeder.SYNCHRONIZED.getClass().getSuperclass().getSuperclass();
    Object list = read(Feeder.SYNCHRONIZED, declaring, "c");
    zoom.update(
        List.of(
            new ZoomCandidate(
                1,
                new WeakReference<>(list),
                list.getClass(),
                () -> List.of(stack("Collections$SynchronizedCollection.add", "synchronizedAdd")),
                null,
                List.of(new WeakReference<>(Feeder.SYNCHRONIZED)),
                now)),
        now);
    Feeder.synchronizedAdd("x");
    assertThat(zoom.counted(1).insertions()).extracting(InsertionSite::count).containsExactly(1L);
  }

  @Test
  void countsCallsWhereTheReceiverIsNoContainer() {
    watch(1, new ArrayList<>(List.of(1)), stack("concurrent.CompletableFuture.thenRun", "enlist"));
    assertThat(Feeder.enlist(() -> {})).isNotDone();
    assertThat(Feeder.enlist(() -> {})).isNotDone();
    assertThat(zoom.counted(1).insertions())
        .extracting(InsertionSite::callee)
        .containsExactly("thenRun");
    assertThat(zoom.counted(1).insertions()).extracting(InsertionSite::count).containsExactly(2L);
    assertThat(zoom.usedSinceLastRead(1)).as("says nothing about this container").isZero();
  }

  @Test
  void countsCallsThroughMethodReferences() {
    List<Object> list = new ArrayList<>();
    watch(1, list, stack("ArrayList.add", "through"));
    Feeder.through(list::add, "x");
    assertThat(zoom.counted(1).insertions())
        .extracting(InsertionSite::callee)
        .containsExactly("accept");
    assertThat(zoom.counted(1).insertions()).extracting(InsertionSite::count).containsExactly(1L);
  }

  @Test
  void countsValuesOfThreadLocals() {
    Feeder.local("first");
    Object map = read(Thread.currentThread(), Thread.class, "threadLocals");
    watch(1, map, List.of(new Frame("java.lang.ThreadLocal", "set", null, 1), feeder("local")));
    Feeder.local("second");
    assertThat(zoom.counted(1).insertions())
        .extracting(InsertionSite::callee)
        .containsExactly("set");
  }

  @Test
  void passesOverTheContainersOwnFrames() {
    Feeder.Store store = new Feeder.Store();
    String own = Feeder.Store.class.getName();
    watch(
        1,
        store,
        List.of(
            new Frame(own, "grow", null, 2), new Frame(own, "keep", null, 3), feeder("handOver")));
    for (int i = 0; i < 5; i++) {
      Feeder.handOver(store, i);
    }
    Feeder.handOver(new Feeder.Store(), 0);
    assertThat(zoom.counted(1).insertions())
        .extracting(s -> s.site().methodName())
        .containsExactly("handOver");
    assertThat(zoom.counted(1).insertions()).extracting(InsertionSite::count).containsExactly(5L);
  }

  @Test
  void letsGoOfWhatHasStoppedGrowing() {
    watch(1, Feeder.CACHE, stack("HashMap.put", "often"));
    Feeder.often("k", 1L, 0.5);
    zoom.update(List.of(), now + Zoom.PATIENCE_MILLIS + 1);
    Feeder.often("k", 1L, 0.5);
    assertThat(zoom.counted(1).insertions()).extracting(InsertionSite::count).containsExactly(1L);
    assertThat(zoom.usedSinceLastRead(1)).isZero();
  }

  @Test
  void leavesAClassAloneWhereWhatItFilledHasDied() {
    WeakReference<Object> dead = new WeakReference<>(new HashMap<>());
    dead.clear();
    zoom.update(List.of(candidate(1, dead, HashMap.class, stack("HashMap.put", "into"))), now);
    now += BATCH_APART;
    zoom.update(List.of(), now);
    Map<Object, Object> next = new HashMap<>();
    now += BATCH_APART;
    watch(2, next, stack("HashMap.put", "into"));
    Feeder.into(next, "a");
    assertThat(zoom.counted(2).insertions()).as("so soon after the first").isEmpty();
    now += Rests.FIRST_MILLIS;
    watch(2, next, stack("HashMap.put", "into"));
    Feeder.into(next, "b");
    assertThat(zoom.counted(2).insertions()).extracting(InsertionSite::count).containsExactly(1L);
  }

  @Test
  void leavesAClassAloneForTwiceAsLongEachTime() {
    Rests rests = new Rests();
    long at = 1_000;
    for (long rest = Rests.FIRST_MILLIS; rest < 1_000_000; rest *= 2) {
      rests.died(FEEDER, at);
      rests.died(FEEDER, at + 1);
      assertThat(rests.rests(FEEDER, at + rest - 1)).isTrue();
      assertThat(rests.rests("another", at + rest - 1)).isFalse();
      assertThat(rests.rests(FEEDER, at + rest)).isFalse();
      at += rest;
    }
  }

  @Test
  void newcomersReplaceWhatHasStoppedGrowing() {
    List<Map<Object, Object>> maps = new ArrayList<>();
    for (int i = 0; i <= Zoom.MOST_CONTAINERS; i++) {
      maps.add(new HashMap<>());
    }
    List<ZoomCandidate> candidates = new ArrayList<>();
    for (int i = 0; i < maps.size(); i++) {
      candidates.add(candidate(i, maps.get(i), stack("HashMap.put", "into")));
    }
    zoom.update(candidates, now);
    maps.forEach(map -> Feeder.into(map, "k"));
    long last = Zoom.MOST_CONTAINERS;
    assertThat(zoom.counted(last).insertions()).as("no room yet").isEmpty();
    now += Zoom.PATIENCE_WHEN_FULL_MILLIS + 1;
    zoom.update(List.of(candidate(last, maps.get((int) last), stack("HashMap.put", "into"))), now);
    maps.forEach(map -> Feeder.into(map, "l"));
    assertThat(zoom.counted(last).insertions())
        .extracting(InsertionSite::count)
        .containsExactly(1L);
  }

  @Test
  void neverChangesClassesMoreThanAFewTimesAtOnce() {
    List<Map<Object, Object>> maps = new ArrayList<>();
    for (int i = 0; i <= RetransformPace.AT_ONCE; i++) {
      maps.add(new HashMap<>());
      zoom.update(List.of(candidate(i, maps.get(i), stack("HashMap.put", "into"))), now + i);
    }
    maps.forEach(map -> Feeder.into(map, "k"));
    assertThat(zoom.counted(RetransformPace.AT_ONCE - 1).insertions()).isNotEmpty();
    assertThat(zoom.counted(RetransformPace.AT_ONCE).insertions()).isEmpty();
  }

  @Test
  void neverChangesClassesMoreThanAFewTimesAMinute() {
    RetransformPace pace = new RetransformPace();
    int batches = 0;
    for (long millis = 0; millis < 120_000; millis += 1000) {
      if (pace.allows(millis)) {
        pace.spent(millis);
        batches++;
      }
    }
    assertThat(batches).isBetween(RetransformPace.PER_MINUTE, 2 * RetransformPace.PER_MINUTE);
  }

  private void watch(long id, Object container, List<Frame> stack) {
    zoom.update(List.of(candidate(id, container, stack)), now);
    now += BATCH_APART;
  }

  private ZoomCandidate candidate(long id, Object container, List<Frame> stack) {
    return candidate(id, new WeakReference<>(container), container.getClass(), stack);
  }

  private ZoomCandidate candidate(
      long id, WeakReference<Object> container, Class<?> type, List<Frame> stack) {
    return new ZoomCandidate(id, container, type, () -> List.of(stack), null, List.of(), now);
  }

  /** A growth stack: HashMap.resize, what the line called, and the line. */
  private static List<Frame> stack(String called, String method) {
    int dot = called.lastIndexOf('.');
    return List.of(
        new Frame("java.util.HashMap", "resize", "HashMap.java", 700),
        new Frame("java.util." + called.substring(0, dot), called.substring(dot + 1), null, 1),
        feeder(method));
  }

  private static Frame feeder(String method) {
    return new Frame(FEEDER, method, "Feeder.java", lineOf(method));
  }

  /** Line of the first statement of a method, from the class file. */
  private static int lineOf(String method) {
    return Lines.first(Feeder.class, method);
  }

  private Object read(Object object, Class<?> declaring, String field) {
    return heap.reference(object, heap.offset(declaring, field));
  }
}
