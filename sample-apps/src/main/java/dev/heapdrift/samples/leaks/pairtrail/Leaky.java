package dev.heapdrift.samples.leaks.pairtrail;

import dev.heapdrift.samples.leaks.OldCollections;
import dev.heapdrift.samples.leaks.Pace;

/** A ship's log that keeps each position together with all positions before it. */
public final class Leaky {
  private Object[] trail = new Object[2];
  private double sailed;

  /** Notes 500 positions a second. */
  public static void main(String[] args) throws InterruptedException {
    Leaky log = new Leaky();
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
    double[] position = {turn, Math.sin(turn), Math.cos(turn), 0, 0, 0, 0, 0}; // grows: pair-trail
    trail = new Object[] {position, trail};
    sailed += Math.abs(position[1]);
  }
}
