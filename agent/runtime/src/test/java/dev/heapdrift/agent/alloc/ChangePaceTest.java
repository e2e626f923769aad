package dev.heapdrift.agent.alloc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangePaceTest {
  private static final long FIRST = ChangePace.FIRST_MILLIS;

  private final ChangePace pace = new ChangePace();

  @Test
  void roundsBecomeRarerUpToABound() {
    assertThat(rounds(1000, 1000 + 300 * FIRST))
        .containsExactly(
            1000 + FIRST,
            1000 + 4 * FIRST,
            1000 + 13 * FIRST,
            1000 + 40 * FIRST,
            1000 + 121 * FIRST,
            1000 + 202 * FIRST,
            1000 + 283 * FIRST);
  }

  @Test
  void afterARestartOneFollowsAtOnceAndOthersAsAtFirst() {
    rounds(0, 100 * FIRST);
    pace.restart(100 * FIRST);
    assertThat(rounds(100 * FIRST, 110 * FIRST))
        .containsExactly(100 * FIRST, 101 * FIRST, 104 * FIRST);
  }

  private List<Long> rounds(long from, long to) {
    List<Long> rounds = new ArrayList<>();
    for (long now = from; now <= to; now += FIRST / 10) {
      if (pace.allows(now)) {
        pace.spent(now);
        rounds.add(now);
      }
    }
    return rounds;
  }
}
