package dev.heapdrift.snapshot.stats;

import dev.heapdrift.snapshot.Estimate;
import java.util.Comparator;
import java.util.Locale;

/**
 * What a group of traces holds.
 *
 * @param key what the group stands for
 * @param traceback the whole stack when grouped by it; else the frame of the group that holds most.
 *     Its total number of frames is the largest of the group
 * @param amount bytes and objects, with their standard errors
 */
public record Statistic(Key key, Traceback traceback, Estimate amount) {
  /** Standard errors on either side of an estimate that hold its true value in 95 % of cases. */
  public static final double TWO_SIDED_95 = 1.96;

  /** Largest first: size, count, and the key last. */
  static final Comparator<Statistic> ORDER =
      Comparator.comparingLong(Statistic::size)
          .thenComparingLong(Statistic::count)
          .reversed()
          .thenComparing(Statistic::key, Key.ORDER);

  /** Shallow bytes. */
  public long size() {
    return amount.bytes();
  }

  /** Objects. */
  public long count() {
    return amount.count();
  }

  /** Half the width of the 95 % interval of {@link #size}, in bytes; 0 when counted. */
  public double sizeMargin() {
    return TWO_SIDED_95 * amount.bytesError();
  }

  /** The same of {@link #count}, in objects. */
  public double countMargin() {
    return TWO_SIDED_95 * amount.countError();
  }

  /** tracemalloc's line: {@code Orders.java:42: size=8173 KiB, count=71332, average=117 B}. */
  @Override
  public String toString() {
    return key.label() + ": " + figures();
  }

  /** The line without its key; an estimate adds its interval. */
  public String figures() {
    return String.format(
        Locale.ROOT,
        "size=%s, count=%d%s%s",
        ByteSize.print(size()),
        count(),
        average(amount),
        amount.exact() ? "" : interval());
  }

  private String interval() {
    return String.format(
        Locale.ROOT,
        ", 95 %%: size %s to %s, count %d to %d",
        ByteSize.print(Math.max(0, size() - sizeMargin())),
        ByteSize.print(size() + sizeMargin()),
        Math.max(0, Math.round(count() - countMargin())),
        Math.round(count() + countMargin()));
  }

  static String average(Estimate amount) {
    return amount.count() == 0
        ? ""
        : ", average=" + ByteSize.print((double) amount.bytes() / amount.count());
  }
}
