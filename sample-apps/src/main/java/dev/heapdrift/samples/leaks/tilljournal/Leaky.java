package dev.heapdrift.samples.leaks.tilljournal;

import dev.heapdrift.samples.leaks.Pace;

/** A till that writes down what it sells, to be printed at closing time: it never closes. */
public final class Leaky {
  private static final Leaky TILL = new Leaky();

  private final StringBuilder journal = new StringBuilder();

  private Leaky() {}

  /** Sells 800 things a second. */
  public static void main(String[] args) throws InterruptedException {
    int sales = Pace.of(args).run(800, TILL::sell);
    System.out.println(sales + " sales, " + TILL.journal.length() + " characters");
  }

  private void sell(int turn) {
    String line = "sale " + turn + " at till 7: " + turn % 97 + " cents\n";
    journal.append(line); // grows: till-journal
  }
}
