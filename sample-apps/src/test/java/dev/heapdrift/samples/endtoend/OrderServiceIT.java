package dev.heapdrift.samples.endtoend;

import dev.heapdrift.samples.orders.Main;
import dev.heapdrift.samples.orders.shop.Leak;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** In a busy service each leak is found first; without one the caches and queues are left alone. */
class OrderServiceIT {

  private static final String RATE = "600";

  /**
   * A pooled thread's map gets a quarter of the requests: on a machine that is busy with other
   * tests it is noticed, and its owner known, after 15 s, and a verdict needs eight readings more.
   */
  private static final String SECONDS = "32";

  private static final String HEALTHY = "healthy";

  @TempDir static Path folder;
  private static Bench bench;

  @BeforeAll
  static void serve() {
    bench = new Bench(folder);
    String main = Main.class.getName();
    bench.submit(HEALTHY, "1s", main, "--drive", RATE, "--seconds", SECONDS);
    for (Leak leak : Leak.values()) {
      bench.submit(
          leak.id(), "1s", main, "--drive", RATE, "--seconds", SECONDS, "--leak", leak.id());
    }
  }

  @AfterAll
  static void close() {
    bench.close();
  }

  @Test
  void theHealthyServiceIsSilent() throws Exception {
    bench.leaks(HEALTHY).silent();
  }

  @ParameterizedTest
  @EnumSource
  void eachLeakIsFoundFirst(Leak leak) throws Exception {
    Leaks leaks = bench.leaks(leak.id());
    leaks.foundFirst(site(leak), owner(leak));
    leaks.foundNothingBut(site(leak));
  }

  private static String site(Leak leak) throws Exception {
    String orders = "dev.heapdrift.samples.orders.";
    return switch (leak) {
      case PRICE_CACHE ->
          Marker.frame(orders + "shop.RequestKeyedPriceCache", "price", "price-cache");
      case ORDER_LIST -> Marker.frame(orders + "shop.EveryOrderJournal", "add", "order-list");
      case AUDIT_QUEUE -> Marker.frame(orders + "shop.AuditLog", "record", "audit-queue");
      case REQUEST_CONTEXT -> Marker.frame(orders + "web.RequestContext", "put", "request-context");
      case EVENT_LISTENERS ->
          Marker.frame(orders + "shop.EventBus", "subscribe", "event-listeners");
      case SESSION_STORE -> Marker.frame(orders + "shop.Sessions", "open", "session-store");
    };
  }

  private static String owner(Leak leak) {
    return switch (leak) {
      case PRICE_CACHE -> "RequestKeyedPriceCache.PRICES";
      case ORDER_LIST -> "orders";
      case AUDIT_QUEUE -> "queue";
      case REQUEST_CONTEXT -> "RequestContext.ATTRIBUTES";
      case EVENT_LISTENERS -> "listeners";
      case SESSION_STORE -> "byToken";
    };
  }
}
