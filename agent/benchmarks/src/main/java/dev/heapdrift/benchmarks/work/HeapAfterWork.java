package dev.heapdrift.benchmarks.work;

import java.io.IOException;

/**
 * Does a workload for some time and prints {@code MEMORY HEAP RESIDENT}, in bytes and after full
 * collections: {@code HeapAfterWork WORKLOAD|idle MILLIS}.
 */
public final class HeapAfterWork {

  private HeapAfterWork() {}

  /** See the class. */
  public static void main(String[] args) throws Exception {
    long millis = Long.parseLong(args[1]);
    if (args[0].equals("idle")) {
      Thread.sleep(millis);
      print();
    } else {
      Workload workload = Workloads.make(args[0]);
      workload.turn(millis * 1_000_000);
      print();
      workload.unit(); // until here it is alive
    }
    System.exit(0); // workloads have threads of their own
  }

  private static void print() throws InterruptedException, IOException {
    System.out.println("MEMORY " + Memory.usedHeap() + ' ' + Memory.resident());
  }
}
