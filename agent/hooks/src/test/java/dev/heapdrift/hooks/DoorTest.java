package dev.heapdrift.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is noticed, what is dropped and counted, and who is not noticed at all. */
class DoorTest {
  private static final int MANY = 100;

  private final Object container = new Object();

  @BeforeEach
  void open() {
    Door.open(true);
    Door.refill(MANY);
  }

  @AfterEach
  void close() {
    Door.open(false);
    Door.control(null);
  }

  @Test
  void aGrowthIsSeenWithItsContainerCapacityAndStack() {
    Door.grown(container, 1024);

    Door.Growth seen = only(taken());
    assertThat(seen.get()).isSameAs(container);
    assertThat(seen.capacity).isEqualTo(1024);
    assertThat(seen.field).isNull();
    assertThat(seen.stack.getStackTrace())
        .anyMatch(frame -> frame.getMethodName().startsWith("aGrowthIsSeen"));
  }

  @Test
  void smallGrowthsAreNeverSeenAndMiddlingOnesSometimes() {
    Door.refill(1 << 20);
    int seen = 0;
    for (int i = 0; i < 4000; i++) {
      Door.grown(container, 63);
      Door.grown(container, 256);
      seen += taken().size();
    }

    assertThat(seen).isBetween(800, 1200); // 256 of 1024
  }

  @Test
  void aCountedStructureIsSeenOnceInAThousandInsertionsAndAtNoRoundSize() {
    List<Integer> sizes = new ArrayList<>();
    for (int size = 0; size < 10_000; size++) {
      Door.counted(container, size);
      for (Door.Growth growth : taken()) {
        sizes.add(growth.capacity);
      }
    }

    assertThat(sizes).hasSizeBetween(9, 10).allMatch(size -> size % 1024 == 683);
  }

  @Test
  void onlyALongerArrayIsAGrowth() {
    Door.stored(container, new Object[2000], new Object[2000], "items");
    Door.stored(container, new Object[1000], new Object[2000], "items");
    Door.stored(container, new Object[2000], null, "items");
    Door.stored(container, (Object[]) null, new Object[1], "items");
    assertThat(taken()).isEmpty();

    Door.stored(container, new String[2000], new Object[1], "items");
    assertThat(only(taken()).field).isEqualTo("items");
  }

  @Test
  void everyKindOfArrayCounts() {
    Door.stored(container, new int[2000], new int[1], "ints");
    Door.stored(container, new long[2000], new long[1], "longs");
    Door.stored(container, new float[2000], new float[1], "floats");
    Door.stored(container, new double[2000], new double[1], "doubles");
    Door.stored(
        container, new AtomicReferenceArray<>(2000), new AtomicReferenceArray<>(1), "segments");
    Door.swapped(container, new Object[2000], new Object[1]);
    assertThat(Door.swapping(container, new Object[1], new Object[2000])).isSameAs(container);
    Door.swapped(container, "no array", new Object[1]);
    Door.copied(new Object[1], 2000, container);

    assertThat(taken()).hasSize(8).allMatch(growth -> growth.get() == container);
  }

  @Test
  void buffersCountOnlyWhenTheyAreBig() {
    Door.stored(container, new byte[65_535], new byte[1], "bytes");
    Door.stored(container, new char[65_535], new char[1], "chars");
    assertThat(Door.copyGrown(new byte[] {7}, 65_535, container)).hasSize(65_535).startsWith(7);
    assertThat(taken()).isEmpty();

    Door.stored(container, new byte[65_536], new byte[1], "bytes");
    Door.stored(container, new char[65_536], new char[1], "chars");
    assertThat(Door.copyGrown(new byte[0], 65_536, container)).hasSize(65_536);
    assertThat(taken()).hasSize(3);
  }

  @Test
  void withoutTokensGrowthsAreDroppedAndCounted() {
    long before = Door.dropped();
    for (int i = 0; i < MANY + 5; i++) {
      Door.grown(container, 2048);
    }
    Door.grown(container, 4096); // has tokens of its own

    assertThat(taken()).hasSize(MANY + 1);
    assertThat(Door.dropped() - before).isEqualTo(5);
  }

  @Test
  void aStormOfOneClassLeavesOtherClassesTheirTokens() {
    for (int i = 0; i < 2 * MANY; i++) {
      Door.grown(container, 2048);
    }
    assertThat(taken()).hasSize(MANY);

    List<Object> others = List.of(1, 2L, 3.0, 'c', "s", new int[0], new long[0], List.of(), this);
    others.forEach(other -> Door.grown(other, 2048));

    assertThat(taken()).as("not all of them share the storm's bucket").isNotEmpty();
  }

  @Test
  void aStormOnOneThreadLeavesOtherThreadsTheirTokens() throws InterruptedException {
    for (int i = 0; i < 2 * MANY; i++) {
      Door.grown(container, 2048);
    }
    assertThat(taken()).hasSize(MANY);

    for (int i = 0; i < 32; i++) {
      Thread other = new Thread(() -> Door.grown(container, 2048));
      other.start();
      other.join();
    }

    assertThat(taken()).as("not all of them share the storm's bucket").isNotEmpty();
  }

  @Test
  void aFullRingDropsAndCounts() {
    Door.refill(Integer.MAX_VALUE);
    long before = Door.dropped();
    for (int i = 0; i < Door.ringSize() + 3; i++) {
      Door.grown(container, 2048);
    }

    assertThat(taken()).hasSize(Door.ringSize());
    assertThat(Door.dropped() - before).isEqualTo(3);
  }

  @Test
  void aThreadInsideIsNotNoticed() {
    assertThat(Door.enter()).isTrue();
    try {
      assertThat(Door.enter()).isFalse();
      Door.grown(container, 2048);
    } finally {
      Door.exit();
    }
    assertThat(taken()).isEmpty();

    Door.grown(container, 2048);
    assertThat(taken()).hasSize(1);
  }

  @Test
  void aClosedDoorSeesNothingAndStillAnswers() {
    Door.control((verb, argument) -> verb + argument);

    Door.open(false);
    Door.grown(container, 2048);

    assertThat(taken()).isEmpty();
    assertThat(Door.control("ping", 1)).isEqualTo("ping1");
  }

  @Test
  void aDoorWithoutAnAgentAnswersNothing() {
    Door.control(null);

    assertThat(Door.control("ping", 1)).isNull();
  }

  private static List<Door.Growth> taken() {
    List<Door.Growth> all = new ArrayList<>();
    for (int i = 0; i < Door.ringSize(); i++) {
      Door.Growth growth = Door.take(i);
      if (growth != null) {
        all.add(growth);
      }
    }
    return all;
  }

  private static Door.Growth only(List<Door.Growth> growths) {
    assertThat(growths).hasSize(1);
    return growths.get(0);
  }
}
