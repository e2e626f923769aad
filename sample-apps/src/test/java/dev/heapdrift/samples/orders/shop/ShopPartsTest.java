package dev.heapdrift.samples.orders.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Each part beside its leaky twin: the same answers, and only one of them keeps everything. */
class ShopPartsTest {

  private static final Order ORDER = new Order(1, "ann", "sku-0001", 1, 100, false);

  @Test
  void bothJournalsShowTheSameLatestOrders() {
    OrderJournal healthy = new LatestOrderJournal();
    OrderJournal leaky = new EveryOrderJournal();
    LongStream.range(0, 1_000)
        .mapToObj(id -> new Order(id, "ann", "sku-0001", 1, 100, false))
        .forEach(
            order -> {
              healthy.add(order);
              leaky.add(order);
            });
    assertThat(healthy.latest()).hasSize(OrderJournal.SHOWN).isEqualTo(leaky.latest());
    assertThat(healthy.latest().get(OrderJournal.SHOWN - 1).id()).isEqualTo(999);
  }

  @Test
  void bothPriceCachesGiveTheCataloguesPrice() {
    Catalogue catalogue = new Catalogue();
    Price price = catalogue.quote("sku-0007", "USD");
    assertThat(new LruPriceCache(catalogue).price("sku-0007", "USD", "s1")).isEqualTo(price);
    assertThat(new RequestKeyedPriceCache(catalogue).price("sku-0007", "USD", "s1"))
        .isEqualTo(price);
  }

  @Test
  void theHealthyAuditWriterKeepsUpAndTheLeakyOneDoesNot() {
    AuditLog healthy = auditLogOf(1_000);
    AuditLog leaky = auditLogOf(1_000);
    new BatchingAuditWriter().turn(healthy.queue());
    new OneByOneAuditWriter().turn(leaky.queue());
    assertThat(healthy.waiting()).isZero();
    assertThat(leaky.waiting()).isEqualTo(999);
  }

  @Test
  void onlyTheForgetfulWatchLeavesItsListener() throws InterruptedException {
    EventBus bus = new EventBus();
    OrderStore store = new OrderStore();
    assertThat(new ClosingOrderWatch(bus, store).awaitShipped(1, Duration.ZERO)).isFalse();
    assertThat(bus.listeners()).isZero();
    assertThat(new ForgetfulOrderWatch(bus, store).awaitShipped(1, Duration.ZERO)).isFalse();
    assertThat(bus.listeners()).isEqualTo(1);
  }

  @Test
  void theStoreKeepsNoMoreThanItsRetention() {
    OrderStore store = new OrderStore();
    for (int i = 0; i < 2_000; i++) {
      store.create(ORDER.customer(), ORDER.sku(), 1, 100);
    }
    assertThat(store.size()).isEqualTo(500);
    assertThat(store.find(1)).isEmpty();
    assertThat(store.ship(2_000)).hasValueSatisfying(order -> assertThat(order.shipped()).isTrue());
  }

  @Test
  void aSessionInUseOutlivesTheSweep() {
    Sessions sessions = new Sessions();
    String token = sessions.open("ann");
    new IdleSessionSweep().sweep(sessions);
    assertThat(sessions.use(token)).map(Session::customer).hasValue("ann");
    assertThat(sessions.use(null)).isEmpty();
  }

  private static AuditLog auditLogOf(int events) {
    AuditLog log = new AuditLog();
    for (int i = 0; i < events; i++) {
      log.record("ann", "look " + i);
    }
    return log;
  }
}
