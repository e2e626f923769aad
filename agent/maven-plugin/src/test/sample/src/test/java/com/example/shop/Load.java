package com.example.shop;

import java.io.File;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/** Repeats some work, at a steady pace on a busy machine too, until the agent has seen enough. */
final class Load {
  private static final int SNAPSHOTS = 22;
  private static final long DEADLINE = TimeUnit.MINUTES.toNanos(5);
  private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(10);

  private Load() {}

  static void run(IntConsumer work) {
    File folder = new File(System.getProperty("heapdrift.snapshots"));
    long start = System.nanoTime();
    for (int turn = 0; snapshots(folder) < SNAPSHOTS; turn++) {
      for (int i = 0; i < 20; i++) {
        work.accept(20 * turn + i);
      }
      LockSupport.parkNanos(start + turn * PERIOD - System.nanoTime());
      if (System.nanoTime() - start > DEADLINE) {
        throw new AssertionError("only " + snapshots(folder) + " snapshots in " + folder);
      }
    }
  }

  private static int snapshots(File folder) {
    String[] names = folder.list((where, name) -> name.endsWith(".hds"));
    return names == null ? 0 : names.length;
  }
}
