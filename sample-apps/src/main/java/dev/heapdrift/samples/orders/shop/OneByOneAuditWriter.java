package dev.heapdrift.samples.orders.shop;

import java.util.concurrent.BlockingQueue;

/** The bug: takes one event a turn, fewer than arrive as soon as the shop is busy. */
final class OneByOneAuditWriter implements AuditWriter {

  private final AuditFile file = new AuditFile();

  @Override
  public void turn(BlockingQueue<AuditEvent> queue) {
    AuditEvent event = queue.poll();
    if (event != null) {
      file.append(event);
    }
  }

  @Override
  public long written() {
    return file.lines();
  }
}
