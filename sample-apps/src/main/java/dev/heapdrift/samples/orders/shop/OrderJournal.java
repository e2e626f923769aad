package dev.heapdrift.samples.orders.shop;

import java.util.List;

/** The latest orders, for the start page. */
interface OrderJournal {

  /** How many the start page shows. */
  int SHOWN = 20;

  void add(Order order);

  /** The latest orders, oldest first, at most {@link #SHOWN}. */
  List<Order> latest();
}
