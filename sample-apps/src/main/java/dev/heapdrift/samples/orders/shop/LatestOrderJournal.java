package dev.heapdrift.samples.orders.shop;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Keeps what is shown and no more. */
final class LatestOrderJournal implements OrderJournal {

  private final Deque<Order> orders = new ArrayDeque<>();

  @Override
  public synchronized void add(Order order) {
    orders.addLast(order);
    if (orders.size() > SHOWN) {
      orders.removeFirst();
    }
  }

  @Override
  public synchronized List<Order> latest() {
    return List.copyOf(orders);
  }
}
