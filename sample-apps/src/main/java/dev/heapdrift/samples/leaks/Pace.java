package dev.heapdrift.samples.leaks;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Runs a piece of work at a steady rate for some seconds, on the calling thread. */
public final class Pace {

  private static final int DEFAULT_SECONDS = 10;

  private final int seconds;

  private Pace(int seconds) {
    this.seconds = seconds;
  }

  /** The pace that a command line asks for: its first argument is the seconds to run. */
  public static Pace of(String... args) {
    return new Pace(args.length > 0 ? Integer.parseInt(args[0]) : DEFAULT_SECONDS);
  }

  /**
   * Runs {@code work} with 0, 1, 2 … as its turn.
   *
   * @param perSecond turns a second
   * @return how many turns were run
   */
  public int run(int perSecond, Work work) throws InterruptedException {
    long period = TimeUnit.SECONDS.toNanos(1) / perSecond;
    long start = System.nanoTime();
    int turns = seconds * perSecond;
    for (int turn = 0; turn < turns; turn++) {
      for (long left; (left = start + turn * period - System.nanoTime()) > 0; ) {
        LockSupport.parkNanos(left);
      }
      work.turn(turn);
    }
    return turns;
  }

  /** What is done again and again. */
  public interface Work {
    /** Does it once. */
    void turn(int turn) throws InterruptedException;
  }
}
