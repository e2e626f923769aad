package dev.heapdrift.samples.orders.shop;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.LockSupport;

/** The warehouse: a bounded queue of orders and one worker that packs and ships them. */
final class Fulfilment implements AutoCloseable {

  private static final int WAITING = 1_000;
  private static final Duration PACKING = Duration.ofMillis(1);

  private final BlockingQueue<Order> waiting = new ArrayBlockingQueue<>(WAITING);
  private final OrderStore store;
  private final EventBus bus;
  private final Thread worker = new Thread(this::work, "orders-warehouse");

  Fulfilment(OrderStore store, EventBus bus) {
    this.store = store;
    this.bus = bus;
    worker.setDaemon(true);
    worker.start();
  }

  /** Takes the order, or returns false when too many wait. */
  boolean accept(Order order) {
    return waiting.offer(order);
  }

  int waiting() {
    return waiting.size();
  }

  private void work() {
    try {
      while (true) {
        Order order = waiting.take();
        LockSupport.parkNanos(PACKING.toNanos());
        store.ship(order.id()).ifPresent(bus::publish);
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    worker.interrupt();
  }
}
