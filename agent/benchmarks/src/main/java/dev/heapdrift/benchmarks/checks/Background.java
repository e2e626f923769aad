package dev.heapdrift.benchmarks.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What else an application does while its tests run: it fills and drops batches, and has a history
 * that grows all the time, now and then and by chance. None of it is any test's doing.
 */
@SuppressWarnings("FutureReturnValueIgnored") // nobody waits for what never ends
final class Background {
  static final ScheduledExecutorService DELAYER =
      Executors.newScheduledThreadPool(2, Background::daemon);

  private static final long SEED = 20_261_122;
  private static final int BATCH = 20;

  private static final AtomicBoolean STARTED = new AtomicBoolean();
  private static final List<long[]> HISTORY = new ArrayList<>();

  private static List<byte[]> batch = new ArrayList<>();

  private Background() {}

  /** Once in a JVM. */
  static void start() {
    if (STARTED.compareAndSet(false, true)) {
      Random random = new Random(SEED);
      DELAYER.scheduleAtFixedRate(Background::fill, 1, 1, TimeUnit.MILLISECONDS);
      remember(random);
    }
  }

  static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "application");
    thread.setDaemon(true);
    return thread;
  }

  private static void fill() {
    batch.add(new byte[64]);
    if (batch.size() > BATCH) {
      batch = new ArrayList<>();
    }
  }

  /** Once a second on average, at moments that do not depend on each other. */
  private static void remember(Random random) {
    HISTORY.add(new long[] {HISTORY.size()});
    long pause = (long) (-1000 * Math.log(1 - random.nextDouble()));
    DELAYER.schedule(() -> remember(random), pause, TimeUnit.MILLISECONDS);
  }
}
