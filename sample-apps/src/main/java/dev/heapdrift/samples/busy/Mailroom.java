package dev.heapdrift.samples.busy;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A queue that fills in bursts and drains in between; the carrier is faster than the writers. */
final class Mailroom implements Chore {
  private static final int BURST = 900;
  private static final int EVERY = 20; // turns
  private static final int CARRIED = 60; // a turn

  private final BlockingQueue<Letter> letters = new LinkedBlockingQueue<>();
  private long turns;

  /** Letters are written. */
  @Override
  public long turn(long nanos) {
    if (turns++ % EVERY == 0) {
      for (int i = 0; i < BURST; i++) {
        letters.add(new Letter("reader-" + i, turns));
      }
    }
    return turns;
  }

  /** Letters are carried away, on a thread of its own. */
  Chore carrier() {
    return new Chore() {
      @Override
      public long turn(long nanos) {
        long carried = 0;
        for (int i = 0; i < CARRIED && !letters.isEmpty(); i++) {
          Letter letter = letters.remove();
          carried += letter.to().length() + letter.issue();
        }
        return carried;
      }

      @Override
      public int held() {
        return 0;
      }
    };
  }

  @Override
  public int held() {
    return letters.size();
  }

  private record Letter(String to, long issue) {}
}
