package dev.heapdrift.samples.busy;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Timers: most are cancelled before their time, as timeouts of calls are, and some fire. */
final class Reminders implements Chore {
  private static final int SET = 20; // a turn
  private static final int PENDING = 400;
  private static final int SHORT_MILLIS = 100;
  private static final int LONG_MILLIS = 60_000;

  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, Daemons::thread);
  private final Queue<Future<?>> pending = new ArrayDeque<>();
  private final LongAdder reminded = new LongAdder();

  Reminders() {
    timer.setRemoveOnCancelPolicy(true);
  }

  @Override
  public long turn(long nanos) {
    for (int i = 0; i < SET; i++) {
      int millis = i == 0 ? SHORT_MILLIS : LONG_MILLIS;
      pending.add(timer.schedule(reminded::increment, millis, TimeUnit.MILLISECONDS));
    }
    while (pending.size() > PENDING) {
      pending.remove().cancel(false);
    }
    return pending.size() + reminded.sum();
  }

  @Override
  public int held() {
    return timer.getQueue().size();
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
