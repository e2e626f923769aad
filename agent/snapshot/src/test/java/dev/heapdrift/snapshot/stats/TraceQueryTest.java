package dev.heapdrift.snapshot.stats;

import static dev.heapdrift.snapshot.stats.Traces.FIND;
import static dev.heapdrift.snapshot.stats.Traces.LOAD;
import static dev.heapdrift.snapshot.stats.Traces.PAY;
import static dev.heapdrift.snapshot.stats.Traces.PUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heapdrift.snapshot.Estimate;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.Snapshot;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What tracemalloc documents of Statistic, StatisticDiff and Snapshot.compare_to. */
class TraceQueryTest {
  private final Snapshot older =
      Traces.keeping(25)
          .counted(1000, 10, PUT, FIND, PAY)
          .counted(500, 5, LOAD)
          .counted(64, 1, PAY)
          .build();
  private final Snapshot newer =
      Traces.keeping(25)
          .counted(4000, 30, PUT, FIND, PAY)
          .counted(100, 1, FIND, PAY)
          .counted(64, 1, PAY)
          .build();

  @Test
  void anAllocationInTheJdkCountsForTheFirstFrameOfTheApplication() {
    assertThat(print(TraceQuery.by(GroupBy.LINE)))
        .containsExactly(
            "Orders.java:42: size=4100 B, count=31, average=132 B",
            "Checkout.java:9: size=64 B, count=1, average=64 B");
  }

  @Test
  void groupsByEveryKey() {
    assertThat(print(TraceQuery.by(GroupBy.FILE))).first().asString().startsWith("Orders.java: ");
    assertThat(print(TraceQuery.by(GroupBy.METHOD)))
        .first()
        .asString()
        .startsWith("com.app.Orders.find: ");
    assertThat(print(TraceQuery.by(GroupBy.CLASS)))
        .element(1)
        .asString()
        .startsWith("com.shop.Checkout$Step: ");
    assertThat(print(TraceQuery.by(GroupBy.PACKAGE))).first().asString().startsWith("com.app: ");
    assertThat(print(TraceQuery.by(GroupBy.TYPE)))
        .containsExactly("byte[]: size=4164 B, count=32, average=130 B");
    assertThat(TraceQuery.by(GroupBy.TRACEBACK).statistics(newer))
        .extracting(statistic -> statistic.traceback().frames())
        .containsExactly(List.of(PUT, FIND, PAY), List.of(FIND, PAY), List.of(PAY));
  }

  @Test
  void aGroupHasItsHeaviestFrameAndTheLargestFrameCount() {
    Statistic group = TraceQuery.by(GroupBy.PACKAGE).statistics(newer).get(0);
    assertThat(group.traceback()).isEqualTo(new Traceback(List.of(FIND), 6));
    Statistic all = TraceQuery.by(GroupBy.TYPE).statistics(older).get(0);
    assertThat(all.traceback()).isEqualTo(new Traceback(List.of(FIND), 6));
  }

  @Test
  void cumulativeCountsForEachApplicationFrameOnce() {
    Snapshot recursive = Traces.keeping(25).counted(100, 1, FIND, LOAD, FIND, PUT, PAY).build();
    assertThat(TraceQuery.by(GroupBy.LINE).everyFrame().statistics(recursive))
        .extracting(Statistic::toString)
        .containsExactly(
            "Checkout.java:9: size=100 B, count=1, average=100 B",
            "Orders.java:42: size=100 B, count=1, average=100 B",
            "Orders.java:50: size=100 B, count=1, average=100 B");
    assertThat(TraceQuery.by(GroupBy.CLASS).everyFrame().statistics(recursive)).hasSize(2);
  }

  @Test
  void linesOfTheSameNameInOtherPackagesAreOthers() {
    Frame elsewhere = Traces.frame("com.old.Orders", "find", "Orders.java", 42);
    Snapshot both = Traces.keeping(1).counted(8, 1, FIND).counted(8, 1, elsewhere).build();
    assertThat(TraceQuery.by(GroupBy.LINE).statistics(both))
        .extracting(statistic -> statistic.key().scope())
        .containsExactly("com.app", "com.old");
  }

  @Test
  void aFrameThatLostItsFileCountsForItsLine() {
    Frame lost = Traces.frame("com.app.Orders", "find", null, 42);
    Snapshot both = Traces.keeping(1).counted(8, 1, FIND).counted(8, 1, lost).build();
    assertThat(TraceQuery.by(GroupBy.LINE).statistics(both))
        .extracting(Statistic::toString)
        .containsExactly("Orders.java:42: size=16 B, count=2, average=8 B");
  }

  @Test
  void comparingIsAFullOuterJoinSortedByTheSizeOfTheChange() {
    assertThat(TraceQuery.by(GroupBy.LINE).compare(older, newer))
        .extracting(StatisticDiff::toString)
        .containsExactly(
            "Orders.java:42: size=4100 B (+3100 B), count=31 (+21), average=132 B",
            "Orders.java:50: size=0 B (-500 B), count=0 (-5)",
            "Checkout.java:9: size=64 B (+0 B), count=1 (+0), average=64 B");
  }

  @Test
  void changesOfOneSizeAreSortedBySizeThenCountThenKey() {
    Snapshot before = Traces.keeping(1).counted(100, 1, FIND).counted(50, 1, LOAD).build();
    Snapshot after =
        Traces.keeping(1).counted(150, 3, FIND).counted(100, 2, LOAD).counted(50, 9, PAY).build();
    assertThat(TraceQuery.by(GroupBy.METHOD).compare(before, after))
        .extracting(diff -> diff.key().label())
        .containsExactly(
            "com.app.Orders.find", "com.app.Orders.load", "com.shop.Checkout$Step.pay");
  }

  @Test
  void eachMeasureIsAFigureOfItsOwn() {
    Snapshot one =
        Traces.keeping(1)
            .add("byte[]", new Estimate(100, 10, 5, 1, 4), new Estimate(40, 4, 3, 0.6, 2), FIND)
            .build();
    assertThat(amount(one, Measure.LIVE)).isEqualTo(new Estimate(100, 10, 5, 1, 4));
    assertThat(amount(one, Measure.SURVIVED)).isEqualTo(new Estimate(60, 6, 4, 0.8, 2));
    assertThat(amount(one, Measure.ALLOCATED).bytes()).isEqualTo(200);
    assertThat(amount(one, Measure.PEAK)).isEqualTo(Estimate.counted(7, 1));
  }

  @Test
  void groupsThatHoldNothingAreLeftOut() {
    Snapshot dead = Traces.keeping(1).counted(0, 0, FIND).build();
    assertThat(TraceQuery.by(GroupBy.LINE).statistics(dead)).isEmpty();
    assertThat(TraceQuery.by(GroupBy.LINE).of(Measure.PEAK).statistics(dead)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = GroupBy.class,
      names = {"TRACEBACK", "TYPE"})
  void cumulativeIsRefusedWhereGroupsAreNoFrames(GroupBy groupBy) {
    assertThatThrownBy(() -> TraceQuery.by(groupBy).everyFrame())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cumulative goes with line, file, method, class or package only");
  }

  @Test
  void whatASnapshotCannotAnswerIsRefused() {
    Snapshot one = Traces.keeping(1).counted(8, 1, FIND).build();
    assertThatThrownBy(() -> TraceQuery.by(GroupBy.LINE).everyFrame().statistics(one))
        .hasMessage("cumulative needs stacks of more than one frame; the tracer ran with frames=1");
    assertThatThrownBy(() -> TraceQuery.by(GroupBy.LINE).compare(one, one.withAllocations(null)))
        .hasMessage("a snapshot holds no allocations; the agent ran at level exact");
  }

  @Test
  void aStackWithoutFramesIsAGroup() {
    Snapshot bare = Traces.keeping(1).counted(8, 1).build();
    assertThat(TraceQuery.by(GroupBy.LINE).statistics(bare))
        .extracting(Statistic::toString)
        .containsExactly("no stack: size=8 B, count=1, average=8 B");
    assertThat(TraceQuery.by(GroupBy.TRACEBACK).statistics(bare).get(0).traceback().frames())
        .isEmpty();
  }

  private static Estimate amount(Snapshot snapshot, Measure measure) {
    return TraceQuery.by(GroupBy.LINE).of(measure).statistics(snapshot).get(0).amount();
  }

  private List<String> print(TraceQuery query) {
    return query.statistics(newer).stream().map(Statistic::toString).toList();
  }
}
