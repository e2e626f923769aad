package dev.heapdrift.benchmarks.checks;

import dev.heapdrift.junit.LeakCheck;
import java.lang.ref.Cleaner;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Tests that keep nothing for good, each in a way that may look like a leak for a while, beside an
 * application that works and grows on threads of its own: none must fail.
 */
@LeakCheck
class CleanSuite {
  private record Order(long number) {}

  private static final Map<Long, Order> RECENT = new BoundedCache<>(40);
  private static final Map<Long, Order> NAMED = new ConcurrentHashMap<>();
  private static final List<Runnable> LISTENERS = new CopyOnWriteArrayList<>();
  private static final Deque<Order> LATEST = new ArrayDeque<>();
  private static final ThreadLocal<Order> CURRENT = new ThreadLocal<>();
  private static final Cleaner CLEANER = Cleaner.create();
  private static final Logger LOG = Logger.getLogger(CleanSuite.class.getName());
  private static final ExecutorService POOL = Executors.newFixedThreadPool(2, Background::daemon);

  private static long next;

  @BeforeAll
  static void applicationWorks() {
    Background.start();
  }

  @Test
  void evictsTheEldest() {
    RECENT.put(next, new Order(next++));
  }

  @Test
  void memoisesSeventyNames() {
    NAMED.computeIfAbsent(next++ % 70, Order::new);
  }

  @Test
  void addsAndRemovesAListener() {
    Order order = new Order(next++);
    Runnable listener = () -> LOG.finest(order.toString());
    LISTENERS.add(listener);
    LISTENERS.forEach(Runnable::run);
    LISTENERS.remove(listener);
  }

  @Test
  void keepsTheLatest() {
    LATEST.add(new Order(next++));
    if (LATEST.size() > 100) {
      LATEST.remove();
    }
  }

  @Test
  void pricesOnAPool() throws Exception {
    Order order = new Order(next++);
    POOL.submit(
            () -> {
              CURRENT.set(order);
              long price = CURRENT.get().number() * 3;
              CURRENT.remove();
              return price;
            })
        .get();
  }

  @Test
  void waitsWithATimeout() {
    CompletableFuture.supplyAsync(() -> new Order(next++), POOL)
        .orTimeout(1, TimeUnit.HOURS)
        .thenApply(Order::number)
        .join();
  }

  @Test
  void isCleanedUpAfter() {
    CLEANER.register(new Order(next++), () -> LOG.finest("gone"));
  }

  @Test
  void formats() {
    String text = String.format(Locale.ROOT, "%d at %08.3f", next++, next / 7.0);
    Instant instant = Instant.ofEpochSecond(next);
    LOG.finest(
        text + DateTimeFormatter.ISO_INSTANT.format(instant) + instant.atZone(ZoneOffset.UTC));
  }

  /** Slow, so that what grows beside it grows in each of its rounds. */
  @Test
  void takesItsTime() throws Exception {
    Order order = new Order(next++);
    Background.DELAYER.schedule(order::number, 50, TimeUnit.MILLISECONDS).get();
  }
}
