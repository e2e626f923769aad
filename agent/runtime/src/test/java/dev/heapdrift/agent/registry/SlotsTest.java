package dev.heapdrift.agent.registry;

import static dev.heapdrift.agent.registry.ContainerRegistryTest.collectUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.owner.OwnerPath;
import dev.heapdrift.agent.zoom.ZoomCounts;
import dev.heapdrift.snapshot.ContainerFacts;
import dev.heapdrift.snapshot.Owner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A series stays with the slot whose container is replaced. */
class SlotsTest {
  private final Reader reader = new Reader();
  private final ContainerRegistry registry = reader.registry(1000);
  private final Growths growths = new Growths();
  private Object slot;

  @Test
  void aCopyOnWriteMapIsOneSeries() {
    Map<Object, Object> map = new HashMap<>();
    slot = map;
    registry.observe(growths.of(map, 2000), at(1));
    only().path(path("com.app.Shop.prices"));
    for (int round = 2; round < 20; round++) {
      map = new HashMap<>(map);
      map.put(round, round);
      slot = map;
      registry.observe(growths.of(map, 2000 + round), at(round));
      registry.readSizes(at(round));
    }
    ContainerFacts facts = facts().get(0);
    assertThat(facts().size()).isOne();
    assertThat(facts.id()).isOne();
    assertThat(facts.growths()).isEqualTo(19);
    assertThat(facts.size()).isEqualTo(18);
    assertThat(facts.history()).hasSize(18);
  }

  @Test
  void aSuccessorThatNeverGrewIsAdoptedWhenItsPredecessorDies() {
    observeOnce();
    only().path(path(null));
    slot = new HashMap<>(Map.of(1, 1));
    collectUntil(
        () -> {
          registry.sweep();
          return only().is(slot);
        });
    registry.readSizes(at(3));
    assertThat(facts().get(0).id()).isOne();
    assertThat(facts().get(0).size()).isOne();
  }

  @Test
  void anElementThatMovedIsNotTakenForASuccessor() {
    Map<Object, Object> first = new HashMap<>();
    registry.observe(growths.of(first, 2000), at(1));
    Entry entry = only();
    entry.path(path(null));
    slot = new HashMap<>();
    registry.readSizes(at(2));
    assertThat(entry.is(first)).isTrue();
    assertThat(entry.path()).isNull();
  }

  @Test
  void anotherKindOfContainerIsNoSuccessor() {
    observeOnce();
    only().path(path("com.app.Shop.things"));
    slot = new ArrayList<>();
    collectUntil(
        () -> {
          registry.sweep();
          return registry.size() == 0;
        });
  }

  @Test
  void twoEntriesOfOneSlotAreMergedIntoTheElder() {
    Map<Object, Object> first = new HashMap<>();
    Map<Object, Object> second = new HashMap<>(Map.of(1, 1, 2, 2));
    registry.observe(growths.of(first, 2000), at(1));
    registry.observe(growths.of(second, 4000), at(2));
    slot = second;
    registry.entries().forEach(entry -> entry.path(path("com.app.Shop.things")));
    registry.readSizes(at(3));
    assertThat(registry.size()).isOne();
    assertThat(facts().get(0).id()).isOne();
    assertThat(facts().get(0).growths()).isEqualTo(2);
    assertThat(facts().get(0).size()).isEqualTo(2);
    assertThat(first).isEmpty();
  }

  @Test
  void aPathThatLeadsNowhereTwiceIsForgotten() {
    Map<Object, Object> map = new HashMap<>();
    registry.observe(growths.of(map, 2000), at(1));
    only().path(path("com.app.Shop.things"));
    registry.readSizes(at(2));
    assertThat(only().path()).isNotNull();
    registry.readSizes(at(3));
    assertThat(only().path()).isNull();
    assertThat(map).isEmpty();
  }

  @Test
  void aContainerThatIsOwnedIsReadAtEachRound() {
    List<Object> list = new ArrayList<>();
    slot = list;
    registry.observe(growths.of(list, 2000), at(1));
    only().path(path("com.app.Shop.things"));
    for (int round = 2; round < 10; round++) {
      list.add(round);
      registry.readSizes(at(round));
      assertThat(facts().get(0).size()).isEqualTo(list.size());
    }
  }

  private void observeOnce() {
    Map<Object, Object> map = new HashMap<>();
    registry.observe(growths.of(map, 2000), at(1));
    registry.readSizes(at(1));
  }

  private Entry only() {
    List<Entry> entries = new ArrayList<>(registry.entries());
    assertThat(entries).hasSize(1);
    return entries.get(0);
  }

  private List<ContainerFacts> facts() {
    return registry.facts(at(100), e -> ZoomCounts.NONE).containers();
  }

  private OwnerPath path(String holder) {
    return new OwnerPath() {
      @Override
      public Owner facts() {
        return new Owner("static com.app.Shop.things", Owner.Kind.STATIC, holder);
      }

      @Override
      public Object resolve() {
        return slot;
      }
    };
  }

  private static Now at(long seconds) {
    return new Now(1000 * seconds, seconds, 0);
  }
}
