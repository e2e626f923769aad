package dev.heapdrift.agent.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

class ApiCountersTest {
  private final ApiCounters counters = new ApiCounters();

  @Test
  void beforeTheFirstNothingIsKnown() {
    assertThat(counters.units()).isEqualTo(-1);
  }

  @Test
  void theUnitsOfAllCopiesAreSummedFromTheirFirstReading() {
    LongAdder first = counted(1000);
    assertThat(counters.offer(first)).isTrue();
    assertThat(counters.units()).isZero();
    first.add(5);
    LongAdder second = counted(70);
    assertThat(counters.offer(second)).isTrue();
    assertThat(counters.units()).isEqualTo(5);
    second.add(2);
    assertThat(counters.units()).isEqualTo(7);
  }

  @Test
  void aCounterThatIsOfferedAgainIsCountedOnce() {
    LongAdder counter = counted(0);
    for (int i = 0; i < 2 * ApiCounters.MAX; i++) {
      assertThat(counters.offer(counter)).isTrue();
    }
    counters.units();
    counter.add(3);
    assertThat(counters.units()).isEqualTo(3);
    assertThat(counters.full()).isFalse();
  }

  @Test
  void moreCopiesThanThereIsRoomForAreRefused() {
    for (int i = 0; i < ApiCounters.MAX; i++) {
      assertThat(counters.offer(counted(i))).isTrue();
    }
    assertThat(counters.offer(counted(1))).isFalse();
    assertThat(counters.full()).isTrue();
    assertThat(counters.units()).isZero();
  }

  @Test
  void onlyTheJdksOwnCounterIsTaken() {
    LongAdder ofTheApplication =
        new LongAdder() {
          private static final long serialVersionUID = 1L;

          @Override
          public long sum() {
            throw new IllegalStateException("code of the application");
          }
        };
    assertThat(counters.offer(ofTheApplication)).isFalse();
    assertThat(counters.offer("no counter")).isFalse();
    assertThat(counters.offer(null)).isFalse();
    assertThat(counters.units()).isEqualTo(-1);
  }

  private static LongAdder counted(long units) {
    LongAdder counter = new LongAdder();
    counter.add(units);
    return counter;
  }
}
