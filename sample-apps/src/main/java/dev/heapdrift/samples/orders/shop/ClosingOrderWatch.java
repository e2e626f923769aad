package dev.heapdrift.samples.orders.shop;

import dev.heapdrift.samples.orders.shop.EventBus.ShippingListener;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Listens while it waits, and no longer. */
final class ClosingOrderWatch implements OrderWatch {

  private final EventBus bus;
  private final OrderStore store;

  ClosingOrderWatch(EventBus bus, OrderStore store) {
    this.bus = bus;
    this.store = store;
  }

  @Override
  public boolean awaitShipped(long id, Duration atMost) throws InterruptedException {
    CountDownLatch shipped = new CountDownLatch(1);
    ShippingListener listener =
        order -> {
          if (order.id() == id) {
            shipped.countDown();
          }
        };
    bus.subscribe(listener);
    try {
      return store.find(id).map(Order::shipped).orElse(false)
          || shipped.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
    } finally {
      bus.unsubscribe(listener);
    }
  }
}
