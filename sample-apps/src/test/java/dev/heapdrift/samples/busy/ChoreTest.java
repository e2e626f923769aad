package dev.heapdrift.samples.busy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a chore keeps has a bound, however long it is done. */
class ChoreTest {

  private static final int TURNS = 3_000;
  private static final long STEP_NANOS = 50_000_000;

  static Stream<Arguments> chores() {
    return Stream.of(
        arguments("table", new Articles(), 30_000),
        arguments("sessions", new Visits(), 2_500),
        arguments("LRU cache", new PageCache(), 2_000),
        arguments("warming cache", new Glossary(), 8_000),
        arguments("batch", new Statements(), 12_000),
        arguments("listeners", new Subscriptions(), 305),
        arguments("timers", new Reminders(), 400),
        arguments("window", new RecentClicks(), 1_640),
        arguments("garbage", new Drafts(), 0),
        arguments("linked nodes", new Trail(), 1_000),
        arguments("pool", new Exports(), 4));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("chores")
  void keepsWithinItsBound(String name, Chore chore, int bound) {
    try (chore) {
      int most = 0;
      long work = 0;
      for (int turn = 1; turn <= TURNS; turn++) {
        work += chore.turn(turn * STEP_NANOS);
        most = Math.max(most, chore.held());
      }
      assertThat(most).as(name).isLessThanOrEqualTo(bound).isGreaterThanOrEqualTo(bound / 2);
      assertThat(work).isPositive();
    }
  }
}
