package dev.heapdrift.samples.endtoend;

import dev.heapdrift.samples.orders.Main;
import dev.heapdrift.samples.orders.shop.Leak;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** In a busy service each leak is found first; without one the caches and queues are left alone. */
class OrderServiceIT {

  private static final String RATE = "600";

  /** Snapshots, one a second: all that the service keeps has been full for a while by then. */
  private static final int ENOUGH = 30;

  private static final String HEALTHY = "healthy";

  @TempDir static Path folder;
  private static Bench bench;

  @BeforeAll
  static void serve() throws IOException {
    bench = new Bench(folder);
    bench.runs(HEALTHY, "interval=1s", ENOUGH, driven());
    for (Leak leak : Leak.values()) {
      String site = site(leak);
      bench.leaky(
          leak.id(), "interval=1s", leaks -> found(leaks, site, leak), driven("--leak", leak.id()));
    }
  }

  private static String[] driven(String... more) {
    Stream<String> service =
        Stream.of(Main.class.getName(), "--drive", RATE, "--seconds", Watched.FOREVER);
    return Stream.concat(service, Stream.of(more)).toArray(String[]::new);
  }

  private static void found(Leaks leaks, String site, Leak leak) {
    leaks.foundFirstAndAlone(List.of(site), owner(leak));
  }

  @AfterAll
  static void end() throws InterruptedException {
    bench.end();
  }

  @Test
  void theHealthyServiceIsSilent() throws Exception {
    bench.leaks(HEALTHY).silent();
  }

  @ParameterizedTest
  @EnumSource
  void eachLeakIsFoundFirst(Leak leak) throws Exception {
    found(bench.leaks(leak.id()), site(leak), leak);
  }

  private static String site(Leak leak) throws IOException {
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
