package dev.heapdrift.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundsTest {
  private static final long MILLI = 1_000_000;
  private static final long HEAP = 1L << 30;
  private static final LeakRules RULES = LeakRules.DEFAULT;

  @Test
  void aQuickScenarioRunsMoreInEachRoundUntilTheTimeIsOver() {
    Rounds rounds = new Rounds(RULES, MILLI / 10, HEAP);
    assertThat(sizes(rounds, MILLI, 0)).startsWith(10, 40, 160, 640).hasSize(5);
    assertThat(rounds.done()).isBetween(1300L, 1700L);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theLooksAfterTheLastRoundEndInTime(boolean elsewhere) {
    long count = 20 * MILLI;
    Rounds rounds = new Rounds(RULES, MILLI / 10, HEAP);
    while (!rounds.over()) {
      rounds.over(rounds.size() * MILLI, count, elsewhere, 0);
    }
    long looks = LeakMeasurement.looksNanos(count, elsewhere);
    long all = rounds.nanos() + rounds.fewer() * MILLI + looks;
    assertThat(Duration.ofNanos(all)).isBetween(Duration.ofMillis(1800), Duration.ofMillis(2000));
  }

  @Test
  void timeThatCountingTakesIsNotTheScenarios() {
    Rounds rounds = new Rounds(RULES, MILLI / 10, HEAP);
    rounds.over(MILLI, 900 * MILLI, false, 0);
    assertThat(rounds.size()).isEqualTo(40);
  }

  @Test
  void whereCountingTakesAllTheTimeAQuickScenarioStillRunsMoreInEachRound() {
    Rounds rounds = new Rounds(RULES, MILLI / 10, HEAP);
    List<Integer> sizes = new ArrayList<>();
    for (; !rounds.over(); rounds.over(rounds.size() * MILLI, 3000 * MILLI, false, 0)) {
      sizes.add(rounds.size());
    }
    assertThat(sizes).containsExactly(10, 40, 160, 640, 2560);
  }

  @Test
  void aSlowScenarioMakesItsRunsInFiveRounds() {
    Rounds rounds = new Rounds(RULES, 500 * MILLI, HEAP);
    assertThat(sizes(rounds, 500 * MILLI, 0)).containsExactly(2, 2, 2, 2, 2);
  }

  @Test
  void noTimeForMoreMeansTheFewestRounds() {
    Rounds rounds = new Rounds(RULES.withBudget(Duration.ZERO), 0, HEAP);
    assertThat(sizes(rounds, MILLI, 0)).hasSize(Rounds.LEAST);
  }

  @Test
  void whatFillsTheHeapIsNotGivenTimeToDoSo() {
    Rounds rounds = new Rounds(RULES, MILLI, HEAP);
    List<Integer> sizes = sizes(rounds, MILLI, 100 << 20);
    assertThat(sizes).containsExactly(10, 1, 1, 1, 1);
  }

  @Test
  void afterTheLastRoundThereAreFewerRuns() {
    Rounds rounds = new Rounds(RULES, MILLI / 10, HEAP);
    rounds.over(MILLI, 0, false, 0);
    rounds.over(4 * MILLI, 2 * MILLI, false, 0);
    assertThat(rounds.fewer()).isEqualTo(10);
    assertThat(rounds.nanos()).isEqualTo(7 * MILLI);
    Rounds slow = new Rounds(RULES, 500 * MILLI, HEAP);
    slow.over(1000 * MILLI, 0, false, 0);
    assertThat(slow.fewer()).isOne();
  }

  @Test
  void enoughIsWhatWasAskedFor() {
    Rounds rounds = new Rounds(RULES, 500 * MILLI, HEAP);
    for (int i = 0; i < 5; i++) {
      assertThat(rounds.enough()).isFalse();
      rounds.over(1000 * MILLI, 0, false, 0);
    }
    assertThat(rounds.enough()).isTrue();
  }

  private static List<Integer> sizes(Rounds rounds, long runNanos, long runBytes) {
    List<Integer> sizes = new ArrayList<>();
    while (!rounds.over()) {
      sizes.add(rounds.size());
      rounds.over(rounds.size() * runNanos, 0, false, (rounds.done() + rounds.size()) * runBytes);
    }
    return sizes;
  }
}
