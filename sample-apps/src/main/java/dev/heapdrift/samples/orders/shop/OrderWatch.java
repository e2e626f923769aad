package dev.heapdrift.samples.orders.shop;

import java.time.Duration;

/** Waits for an order to ship; what the customer's "where is my parcel" page asks. */
interface OrderWatch {

  /** Whether the order has shipped, after waiting {@code atMost} for it. */
  boolean awaitShipped(long id, Duration atMost) throws InterruptedException;
}
