package dev.heapdrift.samples.orders.shop;

/** A customer who is logged in. */
final class Session {

  private final String customer;
  private volatile long lastSeenNanos = System.nanoTime();

  Session(String customer) {
    this.customer = customer;
  }

  String customer() {
    return customer;
  }

  void touch() {
    lastSeenNanos = System.nanoTime();
  }

  /** Whether nobody has touched it for so long. */
  boolean idle(long nanos) {
    return System.nanoTime() - lastSeenNanos > nanos;
  }
}
