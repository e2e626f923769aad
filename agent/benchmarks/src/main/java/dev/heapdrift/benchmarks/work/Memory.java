package dev.heapdrift.benchmarks.work;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** The memory of this process. */
final class Memory {

  private static final int COLLECTIONS = 4;
  private static final int PAUSE_MILLIS = 250;

  private Memory() {}

  /**
   * Bytes in use after full collections, between which an agent's thread and the reference handler
   * have time to let go; the least of them.
   */
  static long usedHeap() throws InterruptedException {
    long used = Long.MAX_VALUE;
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
      Thread.sleep(PAUSE_MILLIS);
      used = Math.min(used, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }
    return used;
  }

  /** Resident bytes of the whole process, or 0 where /proc does not tell. */
  static long resident() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (Files.isReadable(status)) {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("VmRSS:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
        }
      }
    }
    return 0;
  }
}
