package dev.heapdrift.samples.leaks.causechain;

import dev.heapdrift.samples.leaks.OldCollections;
import dev.heapdrift.samples.leaks.Pace;

/** The same modem; a loss has no other loss as its cause. */
public final class Fixed {
  private static final int FRAME = 1_500;

  private LineLost last = new LineLost("never connected");
  private int letters;
  private long received;

  /** Receives 250 frames a second; one in four tells that the line was lost. */
  public static void main(String[] args) throws InterruptedException {
    Fixed modem = new Fixed();
    OldCollections collections = new OldCollections();
    int frames =
        Pace.of(args)
            .run(
                250,
                turn -> {
                  modem.receive(new byte[FRAME], turn);
                  collections.ifDue();
                });
    System.out.println(
        frames + " frames, " + modem.received + " bytes, " + modem.letters + " letters of reasons");
  }

  private void receive(byte[] frame, int turn) {
    received += frame.length;
    if (turn % 4 == 0) {
      lose(turn);
    }
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
