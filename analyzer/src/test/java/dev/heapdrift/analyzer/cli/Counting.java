package dev.heapdrift.analyzer.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A program to attach to: fills a list until a line comes in. */
final class Counting {
  private static final List<String> COUNTED = new ArrayList<>();
  private static final int BEFORE = 5000;

  /** Large before anybody looks, and with so much room that it never asks for more. */
  private static final Map<Integer, String> ROOMY = new HashMap<>(1 << 17);

  private Counting() {}

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < BEFORE; i++) {
      ROOMY.put(i, "before");
    }
    System.out.println("counting");
    while (System.in.available() == 0) {
      count();
      Thread.sleep(10);
    }
    System.out.println("counted");
  }

  /** A method of its own: one that runs on and on keeps the code it had before it was hooked. */
  private static void count() {
    for (int i = 0; i < 200; i++) {
      COUNTED.add("entry " + COUNTED.size());
    }
    ROOMY.put(ROOMY.size(), "since");
  }
}
