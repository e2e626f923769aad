package dev.heapdrift.agent.snapshots;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeapTriggerTest {
  private static final int LIMIT = 1000;

  @Test
  void firesAtTheShareAndEachTimeTheRoomHasHalved() {
    HeapTrigger trigger = new HeapTrigger(80, LIMIT);
    assertThat(IntStream.rangeClosed(0, LIMIT).filter(trigger::fires))
        .containsExactly(800, 900, 950, 975, 988);
  }

  @Test
  void staysQuietWhereTheHeapStays() {
    HeapTrigger trigger = new HeapTrigger(80, LIMIT);
    assertThat(IntStream.of(810, 810, 799, 810, 780, 899).filter(trigger::fires))
        .containsExactly(810);
  }

  @Test
  void beginsAnewOnceTheHeapHasRecovered() {
    HeapTrigger trigger = new HeapTrigger(80, LIMIT);
    assertThat(IntStream.of(960, 749, 820).filter(trigger::fires)).containsExactly(960, 820);
  }

  @Test
  void neverFiresWhenSwitchedOffOrBeforeACollection() {
    assertThat(new HeapTrigger(0, LIMIT).fires(LIMIT)).isFalse();
    assertThat(new HeapTrigger(80, LIMIT).fires(-1)).isFalse();
  }
}
