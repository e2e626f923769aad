package dev.heapdrift.agent.instances;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.heap.Heap;
import dev.heapdrift.agent.registry.Now;
import dev.heapdrift.agent.testkit.Await;
import dev.heapdrift.agent.testkit.ReachableBytes;
import dev.heapdrift.hooks.Door;
import dev.heapdrift.hooks.DoorInstances;
import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import dev.heapdrift.snapshot.Drop;
import dev.heapdrift.snapshot.InstanceFacts;
import dev.heapdrift.snapshot.InstanceFacts.Kind;
import java.lang.instrument.Instrumentation;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Inflater;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Instances are handed to the door as the hooks would, with the places of the table. */
class InstanceRegistryTest {
  private static final int BUFFER = 2;
  private static final int INFLATER = 7;
  private static final int CLEANABLE = 10;
  private static final int BYTES = 1000;

  private final InstanceRegistry registry = new InstanceRegistry(Heap.open(), 64, 2);
  private final List<Object> held = new ArrayList<>();

  @BeforeEach
  void open() {
    Door.open(true);
    DoorInstances.refill(1 << 20, 1 << 20);
  }

  @AfterEach
  void close() {
    Door.open(false);
  }

  @Test
  void instancesOfOneLineAreOneGroupWithTheirBytes() {
    make(10);
    registry.drain(at(100, 0));

    InstanceFacts facts = only();
    assertThat(facts.kind()).isEqualTo(Kind.DIRECT_BUFFER);
    assertThat(facts.type()).isEqualTo("java.nio.DirectByteBuffer");
    assertThat(facts.made()).isEqualTo(10);
    assertThat(facts.live()).isEqualTo(10);
    assertThat(facts.bytes()).isEqualTo(10 * BYTES);
  }

  @Test
  void theHistoryCountsOnlyWhatACollectionHasLeftAlive() {
    make(3);
    registry.drain(at(100, 0));
    registry.count(at(200, 0));
    make(4);
    registry.drain(at(1100, 1));
    registry.count(at(1200, 1));
    registry.count(at(2200, 2));

    assertThat(only().history())
        .containsExactly(new SizePoint(200, 0), new SizePoint(1200, 3), new SizePoint(2200, 7));
  }

  @Test
  void whatIsClosedLeaves() {
    List<Inflater> open = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      open.add(new Inflater());
      Door.made(open.get(i), INFLATER);
    }
    open.get(0).end(); // before anybody has looked
    registry.drain(at(100, 0));
    assertThat(only().ended()).isEqualTo(1);
    assertThat(registry.size()).isEqualTo(4);

    open.get(1).end();
    registry.sweep(at(200, 0));
    assertThat(only().ended()).as("not looked at again so soon").isEqualTo(1);
    registry.sweep(at(1200, 0));
    assertThat(only().ended()).isEqualTo(2);

    open.get(2).end();
    registry.sweep(at(2200, 0));
    assertThat(only().ended()).as("until its age has doubled").isEqualTo(2);
    registry.sweep(at(2400, 0));
    assertThat(only().ended()).isEqualTo(3);
    open.forEach(Inflater::end);
  }

  @Test
  void whatIsCollectedLeaves() {
    make(6);
    registry.drain(at(100, 0));
    held.clear();
    Await.until(
        "all are collected",
        () -> {
          System.gc();
          registry.sweep(at(200, 1));
          return only().live() == 0;
        });

    assertThat(only().ended()).isEqualTo(6);
    assertThat(only().bytes()).isZero();
  }

  @Test
  void theLargestGroupIsHeldByHalfWhenThereIsNoRoomAndStillCounted() {
    makeElsewhere(5);
    registry.drain(at(50, 0));
    for (int round = 0; round < 10; round++) {
      make(100);
      registry.drain(at(100 + round, 0));
    }

    assertThat(registry.size()).isLessThanOrEqualTo(64);
    List<InstanceFacts> groups = facts();
    assertThat(groups).hasSize(2);
    assertThat(groups.get(0).live()).isEqualTo(5);
    assertThat(groups.get(1).made()).isEqualTo(1000);
    assertThat(groups.get(1).live()).isBetween(900L, 1000L);
    assertThat(groups.get(1).bytes()).isBetween(900L * BYTES, 1000L * BYTES);
    assertThat(registry.drops())
        .filteredOn(drop -> drop.bound().equals("max-instances"))
        .extracting(Drop::count)
        .allMatch(count -> count > 900);
  }

  @Test
  void whatACleanerKnowsCountsForThoseThatTheDoorPassedOver() {
    DoorInstances.refill(0, 2);
    for (int i = 0; i <= 10; i++) {
      if (i == 10) {
        DoorInstances.refill(1, 1);
      }
      Door.made(this, CLEANABLE);
    }
    registry.drain(at(100, 0));
    registry.count(at(200, 1));

    assertThat(only().kind()).isEqualTo(Kind.CLEANABLE);
    assertThat(only().type()).isEqualTo(getClass().getTypeName());
    assertThat(only().made()).isEqualTo(11);
    assertThat(only().live()).isEqualTo(11);
    assertThat(only().history()).containsExactly(new SizePoint(200, 11));
    assertThat(registry.size()).isEqualTo(3);
    assertThat(registry.quests(9)).as("found in the Cleaner's list, behind all others").isEmpty();
  }

  @Test
  void anOwnerIsSoughtOfManyAndAgainWhenTheyAreHalfAsManyMore() {
    make(10);
    registry.drain(at(100, 0));
    assertThat(registry.quests(9)).isEmpty();
    make(10);
    registry.drain(at(200, 0));
    List<OwnerQuest> quests = registry.quests(9);
    assertThat(quests).hasSize(1);
    assertThat(quests.get(0).suspects()).hasSize(8);

    quests.get(0).end(true);
    assertThat(only().owner()).isNull();
    assertThat(registry.quests(9)).isEmpty();
    make(10);
    registry.drain(at(300, 0));
    assertThat(registry.quests(9)).hasSize(1);
  }

  @Test
  void aSearchThatWasCutShortIsTriedAgainButNotForEver() {
    make(20);
    registry.drain(at(100, 0));
    int searches = 0;
    while (!registry.quests(9).isEmpty()) {
      registry.quests(9).get(0).end(false);
      searches++;
      assertThat(searches).isLessThan(100);
    }
    assertThat(searches).isEqualTo(8);
    make(10);
    registry.drain(at(200, 0));
    assertThat(registry.quests(9)).hasSize(1);
  }

  @Test
  void aPlaceThatIsNotInTheTableIsPassedOver() {
    Door.made(new Object(), 15);
    registry.drain(at(100, 0));

    assertThat(facts()).isEmpty();
  }

  @Test
  void saysAboutHowMuchItHolds() {
    InstanceRegistry large = new InstanceRegistry(Heap.open(), 5000, 2);
    Instrumentation instrumentation = ByteBuddyAgent.install();
    long empty = ReachableBytes.of(large, instrumentation);
    for (int i = 0; i < 20; i++) {
      make(100);
      large.drain(at(100 + i, 0));
    }
    assertThat(large.size()).isEqualTo(2000);
    long holds = ReachableBytes.of(large, instrumentation) - empty;
    assertThat((double) large.bytes()).isBetween(holds / 1.3, holds * 1.3);
  }

  private void make(int count) {
    for (int i = 0; i < count; i++) {
      hand(ByteBuffer.allocateDirect(BYTES));
    }
  }

  private void makeElsewhere(int count) {
    for (int i = 0; i < count; i++) {
      hand(ByteBuffer.allocateDirect(BYTES));
    }
  }

  private void hand(ByteBuffer buffer) {
    held.add(buffer);
    Door.made(buffer, BUFFER);
  }

  private InstanceFacts only() {
    List<InstanceFacts> all = facts();
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private List<InstanceFacts> facts() {
    return registry.facts(stack -> 0);
  }

  private static Now at(long uptimeMillis, long gcEpoch) {
    return new Now(uptimeMillis, gcEpoch, 0);
  }
}
