package dev.heapdrift.samples.busy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Sessions: visitors come in waves, click now and then, and are forgotten once they are idle. */
final class Visits implements Chore {
  private static final int COME = 15; // a turn, on the average
  private static final int SWING = 9;
  private static final double WAVE = 20; // turns a radian
  private static final int CLICKS = 40; // a turn
  private static final int RECENT = 900;
  private static final long IDLE = TimeUnit.SECONDS.toNanos(3);

  private final Map<Long, Visit> visits = new ConcurrentHashMap<>();
  private final SplittableRandom chance = new SplittableRandom(1);
  private long turns;
  private long came;

  @Override
  public long turn(long nanos) {
    long coming = COME + Math.round(SWING * Math.sin(turns++ / WAVE));
    for (int i = 0; i < coming; i++) {
      visits.put(++came, new Visit(came, nanos));
    }
    long seen = 0;
    for (int i = 0; i < CLICKS; i++) {
      Visit visit = visits.get(came - chance.nextInt(RECENT));
      if (visit != null) {
        seen += visit.click(nanos, "/page/" + chance.nextInt(1_000));
      }
    }
    visits.values().removeIf(visit -> nanos - visit.lastNanos > IDLE);
    return seen;
  }

  @Override
  public int held() {
    return visits.size();
  }

  private static final class Visit {
    private final List<String> pages = new ArrayList<>();
    private long lastNanos;

    Visit(long number, long nanos) {
      pages.add("/from/" + number);
      lastNanos = nanos;
    }

    /** Returns how many pages the visitor has seen. */
    int click(long nanos, String page) {
      pages.add(page);
      lastNanos = nanos;
      return pages.size();
    }
  }
}
