package dev.heapdrift.samples.orders.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;

/** Takes all that waits, writes it in batches, and clears each batch. */
final class BatchingAuditWriter implements AuditWriter {

  private static final int BATCH = 256;

  private final List<AuditEvent> batch = new ArrayList<>();
  private final AuditFile file = new AuditFile();

  @Override
  public synchronized void turn(BlockingQueue<AuditEvent> queue) {
    while (queue.drainTo(batch, BATCH) > 0) {
      batch.forEach(file::append);
      batch.clear();
    }
  }

  @Override
  public long written() {
    return file.lines();
  }
}
