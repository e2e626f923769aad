package dev.heapdrift.samples.orders.shop;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What the shop does for its customers. Healthy unless it is built with leaks. */
public final class Shop implements AutoCloseable {

  private static final Duration AUDIT_TURN = Duration.ofMillis(20);
  private static final Duration SESSION_SWEEP = Duration.ofMillis(500);

  private final Catalogue catalogue = new Catalogue();
  private final OrderStore store = new OrderStore();
  private final EventBus bus = new EventBus();
  private final Sessions sessions = new Sessions();
  private final AuditLog audit = new AuditLog();
  private final PriceCache prices;
  private final OrderJournal journal;
  private final OrderWatch watch;
  private final AuditWriter auditWriter;
  private final Fulfilment fulfilment;
  private final ScheduledExecutorService housekeeping =
      Executors.newSingleThreadScheduledExecutor(Shop::housekeeper);

  /** Opens a shop with these bugs in it. */
  public Shop(Set<Leak> leaks) {
    prices =
        leaks.contains(Leak.PRICE_CACHE)
            ? new RequestKeyedPriceCache(catalogue)
            : new LruPriceCache(catalogue);
    journal = leaks.contains(Leak.ORDER_LIST) ? new EveryOrderJournal() : new LatestOrderJournal();
    watch =
        leaks.contains(Leak.EVENT_LISTENERS)
            ? new ForgetfulOrderWatch(bus, store)
            : new ClosingOrderWatch(bus, store);
    auditWriter =
        leaks.contains(Leak.AUDIT_QUEUE) ? new OneByOneAuditWriter() : new BatchingAuditWriter();
    SessionSweep sweep =
        leaks.contains(Leak.SESSION_STORE) ? new TouchingSessionSweep() : new IdleSessionSweep();
    fulfilment = new Fulfilment(store, bus);
    every(AUDIT_TURN, () -> auditWriter.turn(audit.queue()));
    every(SESSION_SWEEP, () -> sweep.sweep(sessions));
  }

  /** Every article on sale, in order. */
  public List<String> skus() {
    return catalogue.skus();
  }

  /** Logs a customer in and returns the token of the session. */
  public String login(String customer) {
    audit.record(customer, "login");
    return sessions.open(customer);
  }

  /** The customer of a session, or empty when it has ended or never was. */
  public Optional<String> customer(String token) {
    return sessions.use(token).map(Session::customer);
  }

  /**
   * The price of an article.
   *
   * @throws IllegalArgumentException when the shop has no such article or currency
   */
  public Price price(String sku, String currency, String session) {
    audit.record(customer(session).orElse("anonymous"), "price of " + sku);
    return prices.price(sku, currency, session);
  }

  /**
   * Places an order.
   *
   * @return the order, or empty when the warehouse is full
   * @throws IllegalArgumentException when the shop has no such article
   */
  public Optional<Order> place(String customer, String sku, int quantity) {
    long cents = catalogue.quote(sku, "EUR").cents();
    Order order = store.create(customer, sku, quantity, cents);
    audit.record(customer, "order " + order.id());
    if (!fulfilment.accept(order)) {
      return Optional.empty();
    }
    journal.add(order);
    return Optional.of(order);
  }

  /** An order that is still kept. */
  public Optional<Order> order(long id) {
    return store.find(id);
  }

  /** The latest orders, oldest first. */
  public List<Order> latestOrders() {
    return journal.latest();
  }

  /** Whether the order has shipped, after waiting {@code atMost} for it. */
  public boolean awaitShipped(long id, Duration atMost) throws InterruptedException {
    return watch.awaitShipped(id, atMost);
  }

  /** Gauges, one {@code name value} a line. */
  public String metrics() {
    return """
        orders_kept %d
        orders_waiting %d
        sessions %d
        listeners %d
        audit_waiting %d
        audit_written %d
        """
        .formatted(
            store.size(),
            fulfilment.waiting(),
            sessions.size(),
            bus.listeners(),
            audit.waiting(),
            auditWriter.written());
  }

  @Override
  public void close() {
    housekeeping.shutdownNow();
    fulfilment.close();
  }

  private void every(Duration period, Runnable task) {
    var unused =
        housekeeping.scheduleAtFixedRate(
            task, period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
  }

  private static Thread housekeeper(Runnable task) {
    Thread thread = new Thread(task, "orders-housekeeping");
    thread.setDaemon(true);
    return thread;
  }
}
