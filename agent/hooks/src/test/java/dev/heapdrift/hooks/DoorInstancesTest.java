package dev.heapdrift.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DoorInstancesTest {
  private static final int PLACE = 3;
  private static final int MANY = 100;

  private final Object instance = new Object();

  @BeforeEach
  void open() {
    Door.open(true);
    DoorInstances.refill(MANY, MANY);
  }

  @AfterEach
  void close() {
    Door.open(false);
  }

  @Test
  void anInstanceIsSeenWithItsPlaceAndStack() {
    Door.made(instance, PLACE);

    List<DoorInstances.Made> seen = taken();
    assertThat(seen).hasSize(1);
    assertThat(seen.get(0).get()).isSameAs(instance);
    assertThat(seen.get(0).place).isEqualTo(PLACE);
    assertThat(seen.get(0).stack.getStackTrace())
        .anyMatch(frame -> frame.getMethodName().startsWith("anInstanceIsSeen"));
  }

  @Test
  void aPlaceWithoutTokensDropsAndCountsAndTakesNoneOfTheOthers() {
    long before = DoorInstances.dropped();
    for (int i = 0; i < MANY + 5; i++) {
      Door.made(instance, PLACE);
    }
    Door.made(instance, PLACE + 1);

    assertThat(taken()).hasSize(MANY + 1);
    assertThat(DoorInstances.dropped() - before).isEqualTo(5);
  }

  @Test
  void whatComesNextStandsForThoseThatWerePassedOverBefore() {
    for (int i = 0; i < MANY + 5; i++) {
      Door.made(instance, PLACE);
    }
    assertThat(taken()).allMatch(made -> made.standsFor == 1);
    DoorInstances.refill(2, 2);
    Door.made(instance, PLACE);
    Door.made(instance, PLACE);
    Door.made(instance, PLACE + 1); // classes share buckets by their identity's hash, places do not

    assertThat(taken())
        .extracting(made -> made.standsFor)
        .as("in any order")
        .containsExactlyInAnyOrder(6, 1, 1);
  }

  @Test
  void whatIsNotTakenIsSavedUpToABound() {
    DoorInstances.refill(MANY, MANY + 7);
    for (int i = 0; i < 2 * MANY; i++) {
      Door.made(instance, PLACE);
    }

    assertThat(taken()).hasSize(MANY + 7);
  }

  @Test
  void aFullRingDropsAndCounts() {
    DoorInstances.refill(1 << 20, 1 << 20);
    long before = DoorInstances.dropped();
    for (int i = 0; i < DoorInstances.ringSize() + 3; i++) {
      Door.made(instance, PLACE);
    }

    assertThat(taken()).hasSize(DoorInstances.ringSize());
    assertThat(DoorInstances.dropped() - before).isEqualTo(3);
  }

  @Test
  void aPlaceThatDoesNotExistHarmsNobody() {
    long before = Door.failed();
    Door.made(instance, -1);
    Door.made(instance, 1 << 20);
    Door.made(null, PLACE);

    assertThat(taken()).isEmpty();
    assertThat(Door.failed() - before).isEqualTo(3);
  }

  @Test
  void whatTheAgentMakesIsNotNoticed() {
    assertThat(Door.enter()).isTrue();
    try {
      Door.made(instance, PLACE);
    } finally {
      Door.exit();
    }
    assertThat(taken()).isEmpty();
  }

  @Test
  void aClosedDoorSeesNothingAndForgetsWhatWaits() {
    Door.made(instance, PLACE);
    Door.open(false);
    Door.made(instance, PLACE);

    assertThat(taken()).isEmpty();
  }

  private static List<DoorInstances.Made> taken() {
    List<DoorInstances.Made> all = new ArrayList<>();
    for (int i = 0; i < DoorInstances.ringSize(); i++) {
      DoorInstances.Made made = DoorInstances.take(i);
      if (made != null) {
        all.add(made);
      }
    }
    return all;
  }
}
