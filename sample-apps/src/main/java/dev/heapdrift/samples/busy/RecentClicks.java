package dev.heapdrift.samples.busy;

import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A sliding window: the clicks of the last two seconds, by time. */
final class RecentClicks implements Chore {
  private static final int CLICKS = 40; // a turn
  private static final long WINDOW = TimeUnit.SECONDS.toNanos(2);

  private final NavigableMap<Long, String> clicks = new TreeMap<>();

  @Override
  public long turn(long nanos) {
    for (int i = 0; i < CLICKS; i++) {
      clicks.put(nanos + i, "/page/" + i);
    }
    clicks.headMap(nanos - WINDOW).clear();
    return clicks.size();
  }

  @Override
  public int held() {
    return clicks.size();
  }
}
