package dev.heapdrift.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.options.AgentOptions;
import dev.heapdrift.agent.options.Level;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetTest {
  private static final long MIB = 1 << 20;

  @ParameterizedTest
  @CsvSource({
    // seconds until 3 s are owed, where so many percent are allowed and so many taken
    "10,20,30",
    "10,40,10",
    "20,100,4",
    "50,60,30",
  })
  void whatIsTakenBeyondTheShareIsOwed(int allowed, int taken, int seconds) {
    Budget budget = budget("max-overhead=" + allowed, Level.WATCH);
    int second = 0;
    while (spend(budget, second, taken) == null) {
      second++;
    }
    assertThat(second).isBetween(seconds, seconds + 1);
  }

  @Test
  void aBurstIsForgivenAfterAWhile() {
    Budget budget = budget("max-overhead=10", Level.WATCH);
    long cpu = 0;
    for (int minute = 0; minute < 10; minute++) {
      cpu += TimeUnit.SECONDS.toNanos(2); // at once
      for (int second = 0; second < 60; second++) {
        assertThat(budget.exceeded(1000L * (60 * minute + second), cpu, 0)).isNull();
      }
    }
  }

  @Test
  void memoryCountsWhenItIsHeldForThreeLooks() {
    Budget budget = budget("max-memory=4m", Level.SAMPLE);
    assertThat(budget.exceeded(1000, 0, 5 * MIB)).isNull();
    assertThat(budget.exceeded(2000, 0, 5 * MIB)).isNull();
    assertThat(budget.exceeded(3000, 0, 4 * MIB)).isNull();
    assertThat(budget.exceeded(4000, 0, 5 * MIB)).isNull();
    assertThat(budget.exceeded(5000, 0, 5 * MIB)).isNull();
    assertThat(budget.exceeded(6000, 0, 5 * MIB)).contains("(max-memory)").doesNotContain("\n");
  }

  @Test
  void exactTracingHasNoBoundUnlessAskedFor() {
    Budget budget = budget("", Level.EXACT);
    for (int second = 0; second < 100; second++) {
      assertThat(spend(budget, second, 100)).isNull();
      assertThat(budget.exceeded(1000L * second, TimeUnit.SECONDS.toNanos(second), 1L << 40))
          .isNull();
    }
  }

  @Test
  void watchHasABoundOfItsOwn() {
    Budget budget = budget("", Level.WATCH);
    assertThat(spend(budget, 0, 100)).isNull();
    assertThat(spend(budget, 10, 100)).contains("50 % of one core (max-overhead)");
  }

  private static String spend(Budget budget, int second, int percent) {
    return budget.exceeded(1000L * second, TimeUnit.SECONDS.toNanos(second) * percent / 100, 0);
  }

  private static Budget budget(String options, Level level) {
    return Budget.of(AgentOptions.parse(options, Map.of(), Map.of()).unattended(), level);
  }
}
