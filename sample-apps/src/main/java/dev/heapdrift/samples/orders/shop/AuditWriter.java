package dev.heapdrift.samples.orders.shop;

import java.util.concurrent.BlockingQueue;

/** Writes audit events away; a turn is run every few milliseconds. */
interface AuditWriter {

  /** Writes some of what waits; never blocks. */
  void turn(BlockingQueue<AuditEvent> queue);

  /** How many events have been written. */
  long written();
}
