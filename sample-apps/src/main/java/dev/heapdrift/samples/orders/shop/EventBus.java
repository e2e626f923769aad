package dev.heapdrift.samples.orders.shop;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tells listeners which orders have shipped; they are called on the publishing thread. */
final class EventBus {

  private final List<ShippingListener> listeners = new CopyOnWriteArrayList<>();

  void subscribe(ShippingListener listener) {
    listeners.add(listener); // grows: event-listeners
  }

  void unsubscribe(ShippingListener listener) {
    listeners.remove(listener);
  }

  void publish(Order shipped) {
    for (ShippingListener listener : listeners) {
      listener.shipped(shipped);
    }
  }

  int listeners() {
    return listeners.size();
  }

  /** Wants to know about every order that ships. */
  interface ShippingListener {
    void shipped(Order order);
  }
}
