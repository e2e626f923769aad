package dev.heapdrift.agent.alloc;

import dev.heapdrift.agent.registry.Now;
import java.util.function.Supplier;

/**
 * Brings the next young collection forward, by making garbage. Agent thread only.
 *
 * <p>A dead object is found dead by a collection only, and until then its reference takes room. In
 * a large young generation ten million objects die between two collections: rather than drop some
 * of them, level exact has them collected earlier. No other collection is asked for, and a JVM that
 * does not collect is left in peace.
 */
final class EdenFiller {

  /** Bytes of each piece of garbage: small enough for the young generation of every collector. */
  private static final int PIECE = 256 << 10;

  /** Pieces between two looks at the clock. */
  private static final int PIECES = 64;

  /** Keeps the garbage from being optimised away. */
  private final byte[][] last = new byte[1][];

  /**
   * Fills until a collection has run, but makes no more than the heap could hold.
   *
   * @param clock tells whether a collection has run
   * @return the time after that
   */
  Now fill(Supplier<Now> clock) {
    Now begin = clock.get();
    Now now = begin;
    long left = Runtime.getRuntime().maxMemory();
    while (now.gcEpoch() == begin.gcEpoch() && left > 0) {
      for (int i = 0; i < PIECES; i++) {
        last[0] = new byte[PIECE];
      }
      left -= (long) PIECES * PIECE;
      now = clock.get();
    }
    last[0] = null;
    return now;
  }
}
