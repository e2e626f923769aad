package dev.heapdrift.snapshot.codec;

import java.io.IOException;

/** A block of counted items that is being filled. */
final class PendingBlock {
  private final int id;
  private final ByteSink items = new ByteSink();
  private final ByteSink payload = new ByteSink();
  private int count;

  PendingBlock(int id) {
    this.id = id;
  }

  /** Begins an item and returns where its fields go. */
  ByteSink item() {
    count++;
    return items;
  }

  boolean full() {
    return items.size() >= SnapshotFormat.BLOCK_BYTES;
  }

  /** Writes the items, if any, and begins the next block. */
  void flush(BlockWriter out) throws IOException {
    if (count == 0) {
      return;
    }
    payload.varint(count);
    payload.raw(items);
    out.block(id, payload);
    items.clear();
    count = 0;
  }
}
