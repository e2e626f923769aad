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
    StatisticDiff small = churn(1000 * KIB, 300 * KIB, 1900 * KIB, 400 * KIB);
    assertThat(small.withinNoise()).isTrue();
    assertThat(small.toString())
        .isEqualTo(
            "Orders.java:42: size=1900 KiB (+900 KiB), count=19 (+9), average=100 KiB,"
                + " 95 %: size -80.0 KiB to +1880 KiB, count -1 to +19 (within noise)");
    StatisticDiff large = churn(1000 * KIB, 300 * KIB, 2000 * KIB, 400 * KIB);
    assertThat(large.withinNoise()).isFalse();
    assertThat(large.toString()).endsWith(", 95 %: size +20.0 KiB to +1980 KiB, count +0 to +20");
  }

  @Test
  void aTableThatStandsStillHasNoNoise() {
    Snapshot table = traced(1000, 300, 300);
    assertThat(diff(table, table).sizeDiffError()).isZero();
  }

  @Test
  void aLeakBesideALargeTableHasOnlyItsOwnNoise() {
    StatisticDiff leak = diff(traced(1000, 400, 400), traced(1400, 500, 500));
    assertThat(leak.sizeDiffError()).isEqualTo(300, within(1e-9));
    StatisticDiff some = diff(traced(1000, 400, 600), traced(1400, 500, 700));
    assertThat(some.sizeDiffError()).isBetween(300.0, Math.hypot(400, 500));
  }

  @Test
  void whatHasSurvivedSinceMayHaveBeenAllocatedBefore() {
    Estimate live = new Estimate(1000, 10, 500, 1, 4);
    Snapshot before =
        Traces.keeping(1)
            .add("byte[]", live, new Estimate(700, 7, 400, 0.8, 3), live, FIND)
            .build();
    Snapshot after = Traces.keeping(1).add("byte[]", live, Estimate.NOTHING, live, FIND).build();
    StatisticDiff survived =
        TraceQuery.by(GroupBy.LINE).of(Measure.SURVIVED).compare(before, after).get(0);
    assertThat(survived.sizeDiffError()).isEqualTo(400, within(1e-9));
    assertThat(diff(before, after).sizeDiffError()).isZero();
  }

  @Test
  void sumsThatOnlyGrowAndHaveShrunkProveNothing() {
    StatisticDiff cleared = diff(traced(1000, 300, 900), traced(1000, 400, 400));
    assertThat(cleared.sizeDiffError()).isEqualTo(500, within(1e-9));
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

  /** Live objects of 100 KiB, with the standard errors of their bytes and of all allocated ones. */
  private static Snapshot traced(long bytes, double error, double allocated) {
    return Traces.keeping(1)
        .add(
            "byte[]", objects(bytes, error), Estimate.NOTHING, objects(10 * bytes, allocated), FIND)
        .build();
  }

  private static Estimate objects(long bytes, double error) {
    long size = 100 * KIB;
    return new Estimate(bytes, bytes / size, error, error / size, 4);
  }

  /** Two snapshots of which nothing in the second was there in the first. */
  private static StatisticDiff churn(long from, double fromError, long to, double toError) {
    return diff(
        traced(from, fromError, fromError), traced(to, toError, Math.hypot(fromError, toError)));
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
