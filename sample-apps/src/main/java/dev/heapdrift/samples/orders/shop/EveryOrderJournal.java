package dev.heapdrift.samples.orders.shop;

import java.util.ArrayList;
import java.util.List;

/** The bug: shows the tail of a list that nobody ever shortens. */
final class EveryOrderJournal implements OrderJournal {

  private final List<Order> orders = new ArrayList<>();

  @Override
  public synchronized void add(Order order) {
    orders.add(order); // grows: order-list
  }

  @Override
  public synchronized List<Order> latest() {
    return List.copyOf(orders.subList(Math.max(0, orders.size() - SHOWN), orders.size()));
  }
}
