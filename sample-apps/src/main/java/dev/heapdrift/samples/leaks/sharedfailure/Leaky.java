package dev.heapdrift.samples.leaks.sharedfailure;

import dev.heapdrift.samples.leaks.Pace;

/**
 * Pumps that report failure by one exception, made once. What goes wrong in closing a pump is added
 * to it as suppressed, and stays there.
 */
public final class Leaky {
  @SuppressWarnings("StaticAssignmentOfThrowable") // is the leak
  private static final PumpFailure DRY = new PumpFailure("runs dry");

  private int failed;

  private Leaky() {}

  /** Runs 1,000 pumps a second. */
  public static void main(String[] args) throws InterruptedException {
    Leaky works = new Leaky();
    int pumps = Pace.of(args).run(1_000, works::pump);
    System.out.println(pumps + " pumps, " + works.failed + " ran dry");
  }

  private void pump(int turn) {
    try {
      run(turn);
    } catch (PumpFailure failure) {
      failed++;
    }
  }

  private static void run(int turn) throws PumpFailure {
    try {
      close(turn);
    } catch (IllegalStateException stuck) {
      DRY.addSuppressed(stuck); // grows: shared-failure
    }
    throw DRY;
  }

  private static void close(int turn) {
    throw new IllegalStateException("valve " + turn + " is stuck");
  }

  private static final class PumpFailure extends Exception {
    private static final long serialVersionUID = 1;

    PumpFailure(String message) {
      super(message);
    }
  }
}
