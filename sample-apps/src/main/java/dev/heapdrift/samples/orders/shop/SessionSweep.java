package dev.heapdrift.samples.orders.shop;

/** Ends the sessions that nobody uses. */
interface SessionSweep {

  void sweep(Sessions sessions);
}
