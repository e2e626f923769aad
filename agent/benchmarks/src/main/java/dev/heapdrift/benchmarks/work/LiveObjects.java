package dev.heapdrift.benchmarks.work;

import java.io.IOException;

/**
 * Keeps so many objects and prints {@code MEMORY HEAP RESIDENT}, in bytes and after full
 * collections: {@code LiveObjects COUNT TOOL}; or why TOOL is not at work in this JVM.
 */
public final class LiveObjects {

  private LiveObjects() {}

  private static final class Cell {
    int value;
  }

  /** See the class. */
  public static void main(String[] args) throws InterruptedException, IOException {
    String problem = Presence.problem(args[1]);
    if (!problem.isEmpty()) {
      System.out.println(problem);
      return;
    }
    Cell[] kept = new Cell[Integer.parseInt(args[0])];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = new Cell();
      kept[i].value = i;
    }
    System.out.println("MEMORY " + Memory.usedHeap() + ' ' + Memory.resident());
    long sum = 0;
    for (Cell cell : kept) {
      sum += cell.value;
    }
    if (sum != (long) kept.length * (kept.length - 1) / 2) {
      throw new IllegalStateException("objects lost");
    }
  }
}
