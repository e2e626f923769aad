package dev.heapdrift.samples.orders.shop;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Orders in memory; beyond the retention the oldest go. */
final class OrderStore {

  private static final int RETENTION = 500;

  private final Map<Long, Order> byId = new ConcurrentHashMap<>();
  private final Queue<Long> byAge = new ArrayDeque<>();
  private final AtomicLong lastId = new AtomicLong();

  Order create(String customer, String sku, int quantity, long cents) {
    Order order =
        new Order(lastId.incrementAndGet(), customer, sku, quantity, cents * quantity, false);
    byId.put(order.id(), order);
    synchronized (byAge) {
      byAge.add(order.id());
      if (byAge.size() > RETENTION) {
        byId.remove(byAge.remove());
      }
    }
    return order;
  }

  /** The order, unless it is older than the retention or never was. */
  Optional<Order> find(long id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Marks the order as shipped and returns it; nothing when it is no longer kept. */
  Optional<Order> ship(long id) {
    return Optional.ofNullable(byId.computeIfPresent(id, (same, order) -> order.asShipped()));
  }

  int size() {
    return byId.size();
  }
}
