package dev.heapdrift.snapshot.stats;

import dev.heapdrift.snapshot.Estimate;
import java.util.Comparator;
import java.util.Locale;

/**
 * A group in two snapshots; one that is missing from a snapshot holds nothing there.
 *
 * @param key what the group stands for
 * @param traceback as in {@link Statistic}, of the newer snapshot where the group is in it
 * @param before what it held
 * @param after what it holds
 * @param sizeDiffError standard error of {@link #sizeDiff}, in bytes; 0 when both are counted. Two
 *     snapshots of one tracer share samples, which cancel, so that it is at most the root of the
 *     sum of both variances
 * @param countDiffError the same of {@link #countDiff}, in objects
 */
public record StatisticDiff(
    Key key,
    Traceback traceback,
    Estimate before,
    Estimate after,
    double sizeDiffError,
    double countDiffError) {
  /** Largest change first: |size diff|, size, |count diff|, count, and the key last. */
  static final Comparator<StatisticDiff> ORDER =
      Comparator.comparingLong((StatisticDiff diff) -> Math.abs(diff.sizeDiff()))
          .thenComparingLong(StatisticDiff::size)
          .thenComparingLong(diff -> Math.abs(diff.countDiff()))
          .thenComparingLong(StatisticDiff::count)
          .reversed()
          .thenComparing(StatisticDiff::key, Key.ORDER);

  /** Shallow bytes in the newer snapshot. */
  public long size() {
    return after.bytes();
  }

  /** Bytes more than in the older snapshot. */
  public long sizeDiff() {
    return after.bytes() - before.bytes();
  }

  /** Objects in the newer snapshot. */
  public long count() {
    return after.count();
  }

  /** Objects more than in the older snapshot. */
  public long countDiff() {
    return after.count() - before.count();
  }

  /** Half the width of the 95 % interval of {@link #sizeDiff}, in bytes; 0 when counted. */
  public double sizeDiffMargin() {
    return Statistic.TWO_SIDED_95 * sizeDiffError;
  }

  /** The same of {@link #countDiff}, in objects. */
  public double countDiffMargin() {
    return Statistic.TWO_SIDED_95 * countDiffError;
  }

  /** Whether the change of the size may be nothing but an accident of sampling. */
  public boolean withinNoise() {
    return Math.abs(sizeDiff()) < sizeDiffMargin();
  }

  /**
   * tracemalloc's line: {@code Orders.java:42: size=8173 KiB (+4428 KiB), count=71332 (+39369),
   * average=117 B}.
   */
  @Override
  public String toString() {
    return key.label() + ": " + figures();
  }

  /** The line without its key; an estimate adds the interval of its change. */
  public String figures() {
    return String.format(
        Locale.ROOT,
        "size=%s (%s), count=%d (%+d)%s%s",
        ByteSize.print(size()),
        ByteSize.signed(sizeDiff()),
        count(),
        countDiff(),
        Statistic.average(after),
        interval());
  }

  private String interval() {
    if (before.exact() && after.exact()) {
      return "";
    }
    return String.format(
        Locale.ROOT,
        ", 95 %%: size %s to %s, count %+d to %+d%s",
        ByteSize.signed(sizeDiff() - sizeDiffMargin()),
        ByteSize.signed(sizeDiff() + sizeDiffMargin()),
        Math.round(countDiff() - countDiffMargin()),
        Math.round(countDiff() + countDiffMargin()),
        withinNoise() ? " (within noise)" : "");
  }
}
