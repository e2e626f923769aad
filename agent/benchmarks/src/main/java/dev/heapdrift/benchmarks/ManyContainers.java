package dev.heapdrift.benchmarks;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * Makes many lists that all pass the notice threshold twice, then asks the agent for snapshots. The
 * door's token buckets, which would spread the registrations over half an hour, are kept full.
 */
final class ManyContainers {

  private static final int SNAPSHOTS = 10;
  private static final int PER_DRAIN = 1000;

  /** More than the agent's tick, in which it empties the door's ring of 2048 places. */
  private static final long DRAIN_NANOS = 150_000_000;

  private ManyContainers() {}

  public static void main(String[] args) throws ReflectiveOperationException, IOException {
    Class<?> door = Class.forName("java.lang.HeapdriftDoor1", false, null);
    Method refill = door.getMethod("refill", int.class);
    Method control = door.getMethod("control", String.class, Object.class);
    int count = Integer.parseInt(args[0]);
    List<ArrayList<Object>> kept = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      kept.add(new ArrayList<>());
    }
    for (int capacity : new int[] {1100, 2200}) {
      for (int i = 0; i < count; i++) {
        if (i % PER_DRAIN == 0) {
          LockSupport.parkNanos(DRAIN_NANOS);
          refill.invoke(null, 1_000_000); // last, for the agent's tick sets its own
        }
        kept.get(i).ensureCapacity(capacity);
      }
    }
    for (int i = 0; i < SNAPSHOTS; i++) {
      long begin = System.nanoTime();
      String file = (String) control.invoke(null, "snapshot", null);
      double millis = (System.nanoTime() - begin) / 1e6;
      System.out.printf(
          Locale.ROOT,
          "| snapshot %d of %d lists | %.1f ms | %.2f MiB |%n",
          i + 1,
          kept.size(),
          millis,
          Files.size(Path.of(file)) / 1048576.0);
    }
  }
}
