package dev.heapdrift.snapshot.stats;

import static dev.heapdrift.snapshot.stats.Traces.FIND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.heapdrift.snapshot.Estimate;
import dev.heapdrift.snapshot.Snapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sampled snapshots: intervals, and changes that may be accidents of sampling. */
class EstimatedStatisticsTest {
  private static final long KIB = 1024;

  @Test
  void anEstimatePrintsItsInterval() {
    assertThat(statistic(sampled(8173 * KIB, 71_332, 500 * KIB)).toString())
        .isEqualTo(
            "Orders.java:42: size=8173 KiB, count=71332, average=117 B,"
                + " 95 %: size 7193 KiB to 9153 KiB, count 71330 to 71334");
  }

  @Test
  void anIntervalDoesNotReachBelowNothing() {
    assertThat(statistic(sampled(512 * KIB, 1000, 512 * KIB)).toString())
        .endsWith(", 95 %: size 0 B to 1516 KiB, count 998 to 1002");
  }

  @Test
  void errorsOfIndependentTracesAddAsVariancesDo() {
    Snapshot two =
        Traces.keeping(1)
            .add("byte[]", new Estimate(100, 1, 30, 1, 1), Estimate.NOTHING, FIND)
            .add("char[]", new Estimate(100, 1, 40, 1, 1), Estimate.NOTHING, FIND)
            .build();
    Statistic sum = statistic(two);
    assertThat(sum.amount().bytesError()).isEqualTo(50, within(1e-9));
    assertThat(sum.sizeMargin()).isEqualTo(98, within(1e-9));
  }

  @Test
  void aChangeWithinTheCombinedErrorIsMarked() {
    Snapshot before = sampled(1000 * KIB, 100, 300 * KIB);
    StatisticDiff small = diff(before, sampled(1900 * KIB, 190, 400 * KIB));
    assertThat(small.withinNoise()).isTrue();
    assertThat(small.toString())
        .isEqualTo(
            "Orders.java:42: size=1900 KiB (+900 KiB), count=190 (+90), average=10.0 KiB,"
                + " 95 %: size -80.0 KiB to +1880 KiB, count +87 to +93 (within noise)");
    StatisticDiff large = diff(before, sampled(2000 * KIB, 200, 400 * KIB));
    assertThat(large.withinNoise()).isFalse();
    assertThat(large.toString()).endsWith(", 95 %: size +20.0 KiB to +1980 KiB, count +97 to +103");
  }

  @Test
  void whatWasCountedHasNoNoise() {
    StatisticDiff same = diff(counted(8), counted(8));
    assertThat(same.withinNoise()).isFalse();
    assertThat(diff(counted(8), counted(16)).withinNoise()).isFalse();
  }

  private static Snapshot counted(long bytes) {
    return Traces.keeping(1).counted(bytes, 1, FIND).build();
  }

  private static Snapshot sampled(long bytes, long count, double error) {
    return Traces.keeping(1)
        .add("byte[]", new Estimate(bytes, count, error, 1, 4), Estimate.NOTHING, FIND)
        .build();
  }

  private static Statistic statistic(Snapshot snapshot) {
    return TraceQuery.by(GroupBy.LINE).statistics(snapshot).get(0);
  }

  private static StatisticDiff diff(Snapshot before, Snapshot after) {
    List<StatisticDiff> diffs = TraceQuery.by(GroupBy.LINE).compare(before, after);
    assertThat(diffs).hasSize(1);
    return diffs.get(0);
  }
}
