package dev.heapdrift.samples.busy;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/** Threads that end, futures that complete, and direct buffers that go back to their pool. */
final class Exports implements Chore {
  private static final int POOLED = 4;
  private static final int BUFFER = 16 << 10; // bytes

  private final Deque<ByteBuffer> pool = new ArrayDeque<>();
  private final Deque<CompletableFuture<ByteBuffer>> running = new ArrayDeque<>();
  private long number;

  Exports() {
    for (int i = 0; i < POOLED; i++) {
      pool.add(ByteBuffer.allocateDirect(BUFFER));
    }
  }

  /** An export begins when there is a buffer for it. */
  @Override
  public long turn(long nanos) {
    while (!running.isEmpty() && running.getFirst().isDone()) {
      pool.add(running.removeFirst().join().clear());
    }
    ByteBuffer buffer = pool.poll();
    if (buffer != null) {
      CompletableFuture<ByteBuffer> export = new CompletableFuture<>();
      running.add(export.thenApply(ByteBuffer::flip));
      long started = ++number;
      Daemons.thread(() -> export.complete(buffer.putLong(started))).start();
    }
    return number;
  }

  @Override
  public int held() {
    return pool.size() + running.size();
  }
}
