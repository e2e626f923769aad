package dev.heapdrift.samples.leaks.causechain;

import dev.heapdrift.samples.leaks.OldCollections;
import dev.heapdrift.samples.leaks.Pace;

/** A modem that gives as the cause of each lost line the loss before. */
public final class Leaky {
  private LineLost last = new LineLost("never connected", null);
  private int letters;

  /** Loses the line 125 times a second. */
  public static void main(String[] args) throws InterruptedException {
    Leaky modem = new Leaky();
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
    last = new LineLost("carrier " + turn % 7, last);
    letters += last.getMessage().length();
  }

  private static final class LineLost extends Exception {
    private static final long serialVersionUID = 1;

    LineLost(String message, LineLost before) {
      super(message, before); // grows: cause-chain
    }
  }
}
