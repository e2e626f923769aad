package dev.heapdrift.benchmarks.checks;

import dev.heapdrift.junit.LeakCheck;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tests that leave one object behind in each run, beside the same application: all must fail. */
@LeakCheck
class LeakySuite {
  private record Order(long number) {}

  private record Link(Link before) {}

  private static final Map<Long, Order> CACHE = new HashMap<>();
  private static final List<Order> LATER = new ArrayList<>();
  private static final ExecutorService POOL = Executors.newSingleThreadExecutor(Background::daemon);

  private static long next;
  private static Link last;

  @BeforeAll
  static void applicationWorks() {
    Background.start();
    // What an earlier run of this class in the same JVM has left.
    CACHE.clear();
    LATER.clear();
    last = null;
  }

  @Test
  void caches() {
    CACHE.put(next, new Order(next++));
  }

  @Test
  void links() {
    last = new Link(last);
  }

  @Test
  void keepsOnAPool() throws Exception {
    POOL.submit(() -> LATER.add(new Order(next++))).get();
  }
}
