package dev.heapdrift.samples.leaks.pairtrail;

import dev.heapdrift.samples.leaks.OldCollections;
import dev.heapdrift.samples.leaks.Pace;

/** The same log; it keeps the last position only. */
public final class Fixed {
  private double[] last = new double[8];
  private double sailed;

  /** Notes 500 positions a second. */
  public static void main(String[] args) throws InterruptedException {
    Fixed log = new Fixed();
    OldCollections collections = new OldCollections();
    int positions =
        Pace.of(args)
            .run(
                500,
                turn -> {
                  log.note(turn);
                  collections.ifDue();
                });
    System.out.println(positions + " positions, " + Math.round(log.sailed) + " miles");
  }

  private void note(int turn) {
    last = new double[] {turn, Math.sin(turn), Math.cos(turn), 0, 0, 0, 0, 0};
    sailed += Math.abs(last[1]);
  }
}
