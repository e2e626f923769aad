package dev.heapdrift.samples.orders.shop;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Takes audit events without making requests wait; an {@link AuditWriter} empties the queue. */
final class AuditLog {

  private final BlockingQueue<AuditEvent> queue = new LinkedBlockingQueue<>();

  void record(String who, String what) {
    queue.add(new AuditEvent(System.currentTimeMillis(), who, what)); // grows: audit-queue
  }

  BlockingQueue<AuditEvent> queue() {
    return queue;
  }

  int waiting() {
    return queue.size();
  }
}
