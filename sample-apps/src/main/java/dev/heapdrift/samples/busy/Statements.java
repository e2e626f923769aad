package dev.heapdrift.samples.busy;

import java.util.ArrayList;
import java.util.List;

/** Batches: rows are collected, written when there are enough of them, and dropped. */
final class Statements implements Chore {
  private static final int BATCH = 12_000;
  private static final int ROWS = 200; // a turn

  private List<Row> rows = new ArrayList<>();
  private long number;

  @Override
  public long turn(long nanos) {
    for (int i = 0; i < ROWS; i++) {
      rows.add(new Row(++number, number * 17 % 10_007));
    }
    if (rows.size() < BATCH) {
      return 0;
    }
    long written = rows.stream().mapToLong(Row::cents).sum();
    rows = new ArrayList<>();
    return written;
  }

  @Override
  public int held() {
    return rows.size();
  }

  private record Row(long account, long cents) {}
}
