package dev.heapdrift.agent.verdict;

import dev.heapdrift.snapshot.codec.Heading;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.util.Set;

/** Whether this JVM has room for the analyzer: nobody is to run out of memory for its sake. */
final class Room {
  /**
   * Heap that it needs for any snapshots, in bytes. 10 MB were measured, the JVM's own included.
   */
  private static final long HEAP_BYTES = 32L << 20;

  /** Heap for each byte of the snapshots' files: two of them are in memory at a time. */
  private static final int FILES_FACTOR = 2;

  /** Room that its classes need outside the heap, in bytes. 14 MB were measured, as above. */
  private static final long CLASS_BYTES = 24L << 20;

  /** The JVM's places for classes; without a limit unless it was given one. */
  private static final Set<String> CLASS_POOLS = Set.of("Metaspace", "Compressed Class Space");

  private Room() {}

  /**
   * Refuses where there is too little.
   *
   * @param now the newest snapshot's
   * @param fileBytes of all snapshots to be read
   */
  static void require(Heading now, long fileBytes) {
    long live = now.capture().heapAfterGcBytes();
    long used = live < 0 ? now.capture().heapUsedBytes() : live;
    require("heap", now.jvm().maxHeapBytes() - used, HEAP_BYTES + FILES_FACTOR * fileBytes);
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (CLASS_POOLS.contains(pool.getName()) && pool.getUsage().getMax() >= 0) {
        MemoryUsage usage = pool.getUsage();
        require(pool.getName(), usage.getMax() - usage.getUsed(), CLASS_BYTES);
      }
    }
  }

  private static void require(String place, long left, long needed) {
    if (left < needed) {
      throw new IllegalStateException(
          "no room for the analyzer: it may need "
              + (needed >> 20)
              + " MB of the "
              + place
              + ", which has "
              + (Math.max(0, left) >> 20)
              + " left; run heapdrift leaks on the folder");
    }
  }
}
