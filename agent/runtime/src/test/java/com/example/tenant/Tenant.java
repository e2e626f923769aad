package com.example.tenant;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Fills a map of the JDK's and an array of its own, a little all the time, and lets nothing go. It
 * knows what it has put where, and tells in the end whether that is still so. It has no field of
 * its own type and no reference to a method of its own, so that it can be a hidden class.
 */
public final class Tenant implements Runnable {
  private static final int BATCH = 200;

  /** So many take 25 s at least: an agent that comes some seconds late must see it grow still. */
  private static final int MOST = 500_000;

  private static final int PAUSE_MILLIS = 10;

  private static final Map<Integer, Object> HELD = new HashMap<>();
  private static final Thread WORK = new Thread(new Tenant(), "tenant");

  private static volatile boolean leaving;
  private static Object[] kept = new Object[16];
  private static int size;

  private Tenant() {}

  /**
   * Lives until a byte comes in on standard input.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) throws IOException {
    moveIn();
    System.out.println("at home");
    System.in.read();
    System.out.println(moveOut());
  }

  /** Begins to leak, on a thread of its own. */
  public static void moveIn() {
    WORK.setDaemon(true);
    WORK.start();
  }

  /** Ends that, and tells whether everything is where it was put: {@code left whole}. */
  public static String moveOut() {
    leaving = true;
    try {
      WORK.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (int i = 0; i < size; i++) {
      if (kept[i] != HELD.get(i)) {
        return "broken at " + i;
      }
    }
    return HELD.size() == size ? "left whole" : "left with " + HELD.size();
  }

  @Override
  public void run() {
    while (!leaving) {
      for (int i = 0; i < BATCH && size < MOST; i++) {
        fill(new Object());
      }
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private static void fill(Object value) {
    HELD.put(HELD.size(), value);
    keep(value);
  }

  private static void keep(Object value) {
    if (size == kept.length) {
      kept = Arrays.copyOf(kept, size + size / 2);
    }
    kept[size++] = value;
  }
}
