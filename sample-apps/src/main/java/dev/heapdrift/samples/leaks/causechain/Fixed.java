package dev.heapdrift.samples.leaks.causechain;

import dev.heapdrift.samples.leaks.OldCollections;
import dev.heapdrift.samples.leaks.Pace;

/** The same modem; a loss has no other loss as its cause. */
public final class Fixed {
  private LineLost last = new LineLost("never connected");
  private int letters;

  /** Loses the line 125 times a second. */
  public static void main(String[] args) throws InterruptedException {
    Fixed modem = new Fixed();
    OldCollections collections = new OldCollections();
    int losses =
        Pace.of(args)
            .run(
                125,
                turn -> {
                  modem.lose(turn);
                  collections.ifDue();
                });
    System.out.println(losses + " losses, " + modem.letters + " letters of reasons");
  }

  private void lose(int turn) {
    last = new LineLost("carrier " + turn % 7);
    letters += last.getMessage().length();
  }

  private static final class LineLost extends Exception {
    private static final long serialVersionUID = 1;

    LineLost(String message) {
      super(message);
    }
  }
}
