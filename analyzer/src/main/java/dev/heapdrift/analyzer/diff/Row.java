package dev.heapdrift.analyzer.diff;

import java.util.Comparator;

/**
 * A group in both snapshots; one that is missing from a snapshot holds nothing there.
 *
 * @param key what the row stands for
 * @param before what it held
 * @param after what it holds
 */
public record Row(Key key, Amount before, Amount after) {
  /** Largest change first: |size diff|, size, |count diff|, count, and the key last. */
  static final Comparator<Row> ORDER =
      Comparator.comparingLong((Row row) -> Math.abs(row.bytesDiff()))
          .thenComparingLong(row -> row.after().bytes())
          .thenComparingLong(row -> Math.abs(row.entriesDiff()))
          .thenComparingLong(row -> row.after().entries())
          .reversed()
          .thenComparing(row -> row.key().label())
          .thenComparing(row -> String.valueOf(row.key().detail()));

  /** Bytes more than before. */
  public long bytesDiff() {
    return after.bytes() - before.bytes();
  }

  /** Entries more than before. */
  public long entriesDiff() {
    return after.entries() - before.entries();
  }

  /** Whether the bytes mean anything. */
  public boolean measured() {
    return before.measured() || after.measured();
  }
}
