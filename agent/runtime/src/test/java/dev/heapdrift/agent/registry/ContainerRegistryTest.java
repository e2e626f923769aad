package dev.heapdrift.agent.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.carrotsearch.hppc.IntObjectHashMap;
import dev.heapdrift.agent.heap.FieldLayouts.RefField;
import dev.heapdrift.agent.owner.OwnerPath;
import dev.heapdrift.agent.testkit.Await;
import dev.heapdrift.agent.zoom.ZoomCounts;
import dev.heapdrift.snapshot.ContainerFacts;
import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import dev.heapdrift.snapshot.Drop;
import dev.heapdrift.snapshot.Owner;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class ContainerRegistryTest {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Reader reader = new Reader();
  private final ContainerRegistry registry = reader.registry(1000);
  private final Growths growths = new Growths();

  @Test
  void followsAContainerFromGrowthToGrowth() {
    Map<Object, Object> map = new HashMap<>();
    for (int round = 1; round <= 5; round++) {
      for (int i = 0; i < 1000; i++) {
        map.put(round + ":" + i, i);
      }
      registry.observe(growths.of(map, 1024 << round), at(round));
      registry.readSizes(at(round));
    }
    ContainerFacts facts = onlyFacts();
    assertThat(facts.type()).isEqualTo("java.util.HashMap");
    assertThat(facts.structure()).isEqualTo(ContainerFacts.Structure.MAP);
    assertThat(facts.growths()).isEqualTo(5);
    assertThat(facts.size()).isEqualTo(5000);
    assertThat(facts.sizeReadMillis()).isEqualTo(at(5).uptimeMillis());
    assertThat(facts.capacity()).isEqualTo(1024 << 5);
    assertThat(facts.noticedMillis()).isEqualTo(at(1).uptimeMillis());
    assertThat(facts.history())
        .extracting(SizePoint::size)
        .containsExactly(2000L, 3000L, 4000L, 5000L);
    assertThat(facts.growthSites()).hasSize(1);
    assertThat(facts.elements()).extracting(e -> e.type()).containsExactly("java.lang.Integer");
    assertThat(facts.ageGcs()).isEqualTo(9);
  }

  @Test
  void whatWasLargeBeforeIsToldOfOnceItGoesOnGrowing() {
    List<Object> large = new ArrayList<>(Collections.nCopies(5000, "entry"));
    OwnerPath path = new Held(large);
    registry.met(large, () -> path, at(1));
    registry.met(large, () -> path, at(1));
    registry.met(new ArrayList<>(Collections.nCopies(1000, "entry")), () -> path, at(1));
    registry.met(new int[5000], () -> path, at(1));
    assertThat(registry.size()).isEqualTo(1);

    registry.readSizes(at(2));
    assertThat(registry.facts(at(2), e -> ZoomCounts.NONE).containers()).isEmpty();
    assertThat(registry.growing(0)).isEmpty();

    large.add("one more");
    registry.readSizes(at(3));
    ContainerFacts facts = onlyFacts();
    assertThat(facts.growths()).isZero();
    assertThat(facts.owner()).isEqualTo(path.facts());
    assertThat(facts.history()).extracting(SizePoint::uptimeMillis).containsExactly(2000L, 3000L);
    assertThat(facts.size()).isEqualTo(5001);
    assertThat(registry.growing(0)).singleElement().matches(e -> e.series().keepsGrowing());
  }

  @Test
  void aChainOfNodesIsCountedOnceItIsLong() {
    Drafts drafts = new Drafts();
    reader.record(Drafts.class).record(Draft.class);
    drafts.write(1000);
    RefField last = fieldOf(Drafts.class, "last");
    RefField before = fieldOf(Draft.class, "before");
    OwnerPath path = new Held(drafts);
    registry.metChain(drafts, last, List.of(before), () -> path, at(1));
    assertThat(registry.size()).isZero();

    drafts.write(1000);
    registry.metChain(drafts, last, List.of(before), () -> path, at(2));
    registry.metChain(drafts, last, List.of(before), () -> path, at(2));
    assertThat(registry.size()).isEqualTo(1);
    registry.readSizes(at(3));
    drafts.write(1000);
    Await.until(
        "it is counted again",
        () -> {
          registry.readSizes(at(4));
          return !registry.growing(0).isEmpty();
        });
    ContainerFacts facts = onlyFacts();
    assertThat(facts.structure()).isEqualTo(ContainerFacts.Structure.NODES);
    assertThat(facts.type()).isEqualTo(Draft.class.getName());
    assertThat(facts.size()).isEqualTo(3000);
    assertThat(facts.elements()).extracting(e -> e.type()).containsExactly(Draft.class.getName());
    assertThat(facts.bytesPerEntry()).as("a node and its text").isBetween(32.0, 200.0);
    assertThat(registry.growing(0)).singleElement().matches(e -> !e.hasCalls());
  }

  private static final class Drafts {
    private Draft last;

    void write(int more) {
      for (int i = 0; i < more; i++) {
        last = new Draft(last, "draft " + i);
      }
    }
  }

  /** Its picture is held weakly, and none of its bytes. */
  private static final class Draft extends WeakReference<byte[]> {
    private final Draft before;
    private final String text;

    Draft(Draft before, String text) {
      super(new byte[1000]);
      this.before = before;
      this.text = text;
    }

    @Override
    public String toString() {
      return before == null ? text : before.text + ", " + text;
    }
  }

  private RefField fieldOf(Class<?> c, String name) {
    return reader.layouts.instanceFields(c).stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aRiseThatIsReadCountsWhereTheDoorPassedGrowthsOver() {
    List<Object> list = new ArrayList<>(Collections.nCopies(2000, "entry"));
    registry.observe(growths.of(list, 2048), at(1));
    registry.readSizes(at(1));
    assertThat(registry.growing(0)).isEmpty();

    list.addAll(Collections.nCopies(2000, "entry"));
    registry.readSizes(at(2));
    assertThat(onlyFacts().growths()).isEqualTo(1);
    assertThat(onlyFacts().history()).extracting(SizePoint::size).containsExactly(4000L);
    assertThat(registry.growing(0)).singleElement().matches(e -> e.series().keepsGrowing());
  }

  /** A path that leads to an object as long as the test holds it. */
  private record Held(Object resolve) implements OwnerPath {
    @Override
    public Owner facts() {
      return new Owner("static com.app.Orders.LIST", Owner.Kind.STATIC, "com.app.Orders.LIST");
    }
  }

  @Test
  void countsGrowthsByStack() {
    List<Object> list = new ArrayList<>();
    registry.observe(growths.of(list, 2000), at(1));
    for (int i = 0; i < 3; i++) {
      registry.observe(growths.of(list, 3000 + i), at(2));
    }
    RegistryFacts facts = registry.facts(at(10), e -> ZoomCounts.NONE);
    assertThat(facts.stacks()).hasSize(2);
    assertThat(facts.containers().get(0).growthSites())
        .extracting(ContainerFacts.GrowthSite::growths)
        .containsExactly(3L, 1L);
    Entry entry = registry.growing(0).get(0);
    assertThat(registry.growthClasses(entry)).contains(ContainerRegistryTest.class.getName());
  }

  @Test
  void whatWasFilledAtOneMomentDoesNotKeepGrowing() {
    List<Object> filledAtOnce = new ArrayList<>();
    List<Object> filledOverTime = new ArrayList<>();
    for (int growth = 0; growth < 3; growth++) {
      registry.observe(growths.of(filledAtOnce, 9000 << growth), at(1));
      registry.observe(growths.of(filledOverTime, 2000 << growth), at(1 + growth));
    }
    assertThat(registry.growing(0))
        .extracting(e -> e.series().keepsGrowing())
        .containsExactly(false, true);
    assertThat(registry.growing(0))
        .extracting(e -> e.series().roseForMillis())
        .containsExactly(0L, 2000L);
  }

  @Test
  void takesParallelArraysForOneContainerAndIndependentOnesForTwo() {
    Object owner = new Object();
    registry.observe(growths.of(owner, "keys", 2048), at(1));
    registry.observe(growths.of(owner, "values", 2048), at(1));
    assertThat(registry.size()).isOne();
    registry.observe(growths.of(owner, "waiting", 9000), at(2));
    assertThat(registry.size()).isEqualTo(2);
  }

  @Test
  void knowsParallelArraysByTheirLengthHoweverTheirGrowthsAreNoticed() {
    IntObjectHashMap<Object> map = new IntObjectHashMap<>();
    reader.record(IntObjectHashMap.class);
    for (int i = 1; i < 3000; i++) {
      map.put(i, "x");
    }
    registry.observe(growths.of(map, "values", 1025), at(1));
    registry.observe(growths.of(map, "keys", 4097), at(2));
    registry.observe(growths.of(map, "values", 4097), at(2));
    assertThat(onlyFacts().growths()).isEqualTo(2);
  }

  @Test
  void seeksTheNewestOfManyOfAKindBeforeAnyCollection() {
    List<Object> copies = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      registry.observe(growths.of(hold(copies), 2000), at(1));
    }
    registry.observe(growths.of(hold(copies), 2000), at(1)); // another line, another kind
    assertThat(registry.ownerless(at(1), 10)).extracting(Entry::id).containsExactly(5L);
    assertThat(registry.ownerless(new Now(1100, 1, 0), 10)).isEmpty();
    assertThat(registry.ownerless(new Now(60_000, 1, 0), 10))
        .extracting(Entry::id)
        .containsExactly(5L);
  }

  @Test
  void waitsWithASearchWhereNothingKeepsGrowing() {
    List<Object> held = new ArrayList<>();
    registry.observe(growths.of(hold(held), 2000), new Now(0, 1, 0));
    assertThat(registry.ownerless(new Now(100, 2, 0), 10)).hasSize(1);
    registry.observe(growths.of(hold(held), 2000), new Now(200, 2, 0));
    assertThat(registry.ownerless(new Now(1000, 3, 0), 10)).isEmpty();
    assertThat(registry.stillOwnerless(new Now(1000, 3, 0), 10)).hasSize(2);
    Object growing = hold(held);
    registry.observe(growths.of(growing, 2000), new Now(300, 2, 0));
    registry.observe(growths.of(growing, 4000), new Now(900, 2, 0));
    assertThat(registry.ownerless(new Now(1000, 3, 0), 10)).first().matches(e -> e.is(growing));
  }

  @Test
  void forgetsTheDead() {
    observeAndDrop(100);
    List<Object> alive = new ArrayList<>();
    registry.observe(growths.of(alive, 2000), at(1));
    collectUntil(
        () -> {
          registry.sweep();
          return registry.size() == 1;
        });
    assertThat(onlyFacts().type()).isEqualTo("java.util.ArrayList");
    assertThat(alive).isEmpty();
  }

  @Test
  void evictsTheOldestThatGrewOnceAndCountsThem() {
    List<Object> held = new ArrayList<>();
    Object first = hold(held);
    registry.observe(growths.of(first, 2000), at(1));
    registry.observe(growths.of(first, 4000), at(1));
    for (int i = 0; i < 1500; i++) {
      registry.observe(growths.of(hold(held), 2000), at(2));
    }
    assertThat(registry.size()).isEqualTo(1000);
    assertThat(registry.drops()).contains(new Drop("max-containers", 501));
    List<Long> ids = new ArrayList<>();
    registry.facts(at(3), e -> ZoomCounts.NONE).containers().forEach(c -> ids.add(c.id()));
    assertThat(ids).startsWith(1L).doesNotContain(2L, 502L).endsWith(1501L);
  }

  @Test
  void refusesNewcomersWhenAllHaveGrownTwice() {
    ContainerRegistry small = reader.registry(10);
    List<Object> held = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      Object container = hold(held);
      small.observe(growths.of(container, 2000), at(1));
      small.observe(growths.of(container, 4000), at(1));
    }
    small.observe(growths.of(hold(held), 9000), at(2));
    assertThat(small.size()).isEqualTo(10);
    assertThat(small.growing(0)).hasSize(10);
  }

  @Test
  void aStormOfShortLivedCollectionsPassesThrough() {
    ContainerRegistry large = reader.registry(50_000);
    List<Object> leak = new ArrayList<>();
    long start = THREADS.getCurrentThreadCpuTime();
    for (int i = 0; i < 20_000; i++) {
      large.observe(growths.of(new ArrayList<>(), 2000), at(i / 200));
      if (i % 1000 == 0) {
        large.observe(growths.of(leak, 2000 + i), at(i / 200));
        large.readSizes(at(i / 200));
      }
      if (i % 20 == 0) {
        large.sweep();
      }
    }
    long millis = (THREADS.getCurrentThreadCpuTime() - start) / 1_000_000;
    collectUntil(
        () -> {
          large.sweep();
          return large.size() <= 10;
        });
    assertThat(large.growing(0)).extracting(e -> e.series().growths()).containsExactly(20L);
    assertThat(leak).isEmpty();
    assertThat(millis).isLessThan(10_000);
  }

  @Test
  void readsWhatHasGrownSinceItWasReadAndOnceMore() {
    List<Object> list = new ArrayList<>(List.of(1, 2));
    registry.observe(growths.of(list, 2000), at(1));
    registry.readSizes(at(2));
    assertThat(onlyFacts().size()).isEqualTo(2);
    list.add(3);
    registry.readSizes(at(3));
    assertThat(onlyFacts().size()).isEqualTo(3);
    list.add(4);
    registry.readSizes(at(4));
    assertThat(onlyFacts().size()).isEqualTo(3);
    registry.ownerless(at(5), 10).forEach(Entry::used);
    registry.readSizes(at(5));
    assertThat(onlyFacts().size()).isEqualTo(4);
  }

  @Test
  void offersForAnOwnerSearchWhatLastsAndNotAgainTooSoon() {
    List<Object> list = new ArrayList<>();
    registry.observe(growths.of(list, 2000), new Now(0, 1, 0));
    assertThat(registry.ownerless(new Now(1, 1, 0), 10)).isEmpty();
    List<Entry> sought = registry.ownerless(new Now(1, 2, 0), 10);
    assertThat(sought).hasSize(1);
    sought.get(0).searched(new Now(1, 2, 0));
    assertThat(registry.ownerless(new Now(5000, 3, 0), 10)).isEmpty();
    assertThat(registry.ownerless(new Now(60_000, 3, 0), 10)).hasSize(1);
    registry.observe(growths.of(list, 4000), new Now(61_000, 3, 0));
    assertThat(registry.ownerless(new Now(61_000, 3, 0), 10)).hasSize(1);
  }

  private void observeAndDrop(int count) {
    for (int i = 0; i < count; i++) {
      registry.observe(growths.of(new HashMap<>(), 2000), at(1));
    }
  }

  private static Object hold(List<Object> held) {
    Object container = new ArrayList<>();
    held.add(container);
    return container;
  }

  private ContainerFacts onlyFacts() {
    List<ContainerFacts> containers = registry.facts(at(10), e -> ZoomCounts.NONE).containers();
    assertThat(containers).hasSize(1);
    return containers.get(0);
  }

  /** Waits until collections have made something true. */
  static void collectUntil(BooleanSupplier reached) {
    Await.until(
        "what collections do",
        () -> {
          System.gc();
          return reached.getAsBoolean();
        });
  }

  private static Now at(long seconds) {
    return new Now(1000 * seconds, seconds, 0);
  }
}
