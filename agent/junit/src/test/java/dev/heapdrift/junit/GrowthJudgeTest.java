package dev.heapdrift.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.api.AllocationSnapshot;
import dev.heapdrift.api.Heapdrift;
import dev.heapdrift.junit.Census.Count;
import dev.heapdrift.snapshot.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrowthJudgeTest {
  private static final AllocationSnapshot NONE = Heapdrift.takeSnapshot();
  private static final Site ORDERS =
      new Site(true, "Order", new Frame("com.app.Orders", "find", "Orders.java", 42));
  private static final List<Long> RUNS = List.of(0L, 10L, 20L, 40L, 80L, 160L);

  private final GrowthJudge judge = new GrowthJudge(0);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5 15 25 45 85 165   | true  | one of each run",
        "0  1  2  4  8  16   | true  | one of ten runs",
        "9 12 15 16 18  19   | true  | ever more slowly",
        "0 10 20 40 50  50   | false | full",
        "0 10 10 10 10  10   | false | made once",
        "0 10 20 15 80 160   | false | emptied in between",
        "9  8  7  6  5   4   | false | falling",
      })
  void whatIsMoreAfterEachRoundGrows(String counts, boolean grows, String what) {
    assertThat(!judge.growing(censuses(counts)).isEmpty()).as(what).isEqualTo(grows);
  }

  @Test
  void whatIsAllowedToStayMayStay() {
    List<Census> one = censuses("5 15 25 45 85 165");
    assertThat(new GrowthJudge(1).growing(one)).isEmpty();
    assertThat(new GrowthJudge(0.9).growing(one)).hasSize(1);
  }

  @Test
  void growthIsToldForEachRun() {
    SiteGrowth growth = judge.growing(censuses("5 25 45 85 165 325")).get(0);
    assertThat(growth.perIteration()).isEqualTo(2);
    assertThat(growth.bytes()).isEqualTo(24 * 320);
    assertThat(growth.added()).isEqualTo(320);
    assertThat(growth.live()).isEqualTo(325);
    assertThat(growth.rounds()).isEqualTo(5);
    assertThat(growth.slowsDown()).isFalse();
  }

  @Test
  void whatComesToAnEndSlowsDown() {
    assertThat(judge.growing(censuses("0 10 20 40 60 70")).get(0).slowsDown()).isTrue();
  }

  @Test
  void whatLateCleanUpTakesAwayDoesNotLast() {
    List<SiteGrowth> growing = judge.growing(censuses("5 15 25 45 85 165"));
    assertThat(judge.lasting(growing, census(160, 165))).hasSize(1);
    assertThat(judge.lasting(growing, census(160, 90))).hasSize(1);
    assertThat(judge.lasting(growing, census(160, 80))).isEmpty();
    assertThat(judge.lasting(growing, census(160, 5))).isEmpty();
  }

  @Test
  void whatGrowsWithoutTheScenarioIsNotItsDoing() {
    List<SiteGrowth> growing = judge.growing(censuses("5 15 25 45 85 165"));
    assertThat(judge.causedByRuns(growing, census(160, 165), census(160, 165))).hasSize(1);
    assertThat(judge.causedByRuns(growing, census(160, 165), census(160, 166))).isEmpty();
    assertThat(judge.causedByRuns(growing, census(160, 165), census(160, 9)))
        .as("emptied by somebody else")
        .isEmpty();
  }

  private static List<Census> censuses(String counts) {
    List<Census> censuses = new ArrayList<>();
    for (String count : counts.strip().split(" +", -1)) {
      censuses.add(census(RUNS.get(censuses.size()), Long.parseLong(count)));
    }
    return censuses;
  }

  private static Census census(long iterations, long objects) {
    return new Census(iterations, Map.of(ORDERS, new Count(objects, 24 * objects)), NONE);
  }
}
