package dev.heapdrift.agent.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Makes 20,000 short-lived lists of 1,500 entries a second, beside one that is never emptied. */
final class Storm {
  static final int LISTS_PER_SECOND = 20_000;
  static final int SECONDS = 5;

  private static final int ENTRIES = 1500;
  private static final int TICKS_PER_SECOND = 20;
  private static final List<Object> LEAK = new ArrayList<>();

  private Storm() {}

  public static void main(String[] args) {
    run(1); // to be compiled
    long start = System.nanoTime();
    long made = run(SECONDS);
    System.out.println("made " + made + " in ms " + (System.nanoTime() - start) / 1_000_000);
    System.exit(LEAK.isEmpty() ? 1 : 0);
  }

  private static long run(int seconds) {
    long start = System.nanoTime();
    long made = 0;
    for (int tick = 1; tick <= seconds * TICKS_PER_SECOND; tick++) {
      for (int i = 0; i < LISTS_PER_SECOND / TICKS_PER_SECOND; i++) {
        made += shortLived().isEmpty() ? 0 : 1;
        LEAK.add(i);
      }
      long due = start + tick * (1_000_000_000L / TICKS_PER_SECOND);
      LockSupport.parkNanos(Math.max(0, due - System.nanoTime()));
    }
    return made;
  }

  private static List<Object> shortLived() {
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < ENTRIES; i++) {
      list.add(LEAK);
    }
    return list;
  }
}
