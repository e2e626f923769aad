package dev.heapdrift.samples.leaks.tilljournal;

import dev.heapdrift.samples.leaks.Pace;

/** The same till; the journal is printed when a page is full. */
public final class Fixed {
  private static final Fixed TILL = new Fixed();
  private static final int PAGE = 100_000;

  private final StringBuilder journal = new StringBuilder();
  private long printed;

  private Fixed() {}

  /** Sells 800 things a second. */
  public static void main(String[] args) throws InterruptedException {
    int sales = Pace.of(args).run(800, TILL::sell);
    System.out.println(sales + " sales, " + (TILL.printed + TILL.journal.length()) + " characters");
  }

  private void sell(int turn) {
    String line = "sale " + turn + " at till 7: " + turn % 97 + " cents\n";
    journal.append(line);
    if (journal.length() > PAGE) {
      printed += journal.length();
      journal.setLength(0);
    }
  }
}
