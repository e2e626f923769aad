package dev.heapdrift.samples.orders.shop;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The bug: subscribes for each page that is opened, and never unsubscribes. */
final class ForgetfulOrderWatch implements OrderWatch {

  private final EventBus bus;
  private final OrderStore store;

  ForgetfulOrderWatch(EventBus bus, OrderStore store) {
    this.bus = bus;
    this.store = store;
  }

  @Override
  public boolean awaitShipped(long id, Duration atMost) throws InterruptedException {
    CountDownLatch shipped = new CountDownLatch(1);
    bus.subscribe(
        order -> {
          if (order.id() == id) {
            shipped.countDown();
          }
        });
    return store.find(id).map(Order::shipped).orElse(false)
        || shipped.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
  }
}
