package dev.heapdrift.samples.leaks.sharedfailure;

import dev.heapdrift.samples.leaks.Pace;

/** The same pumps; each failure is an exception of its own. */
public final class Fixed {
  private int failed;

  private Fixed() {}

  /** Runs 1,000 pumps a second. */
  public static void main(String[] args) throws InterruptedException {
    Fixed works = new Fixed();
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
    PumpFailure dry = new PumpFailure("runs dry");
    try {
      close(turn);
    } catch (IllegalStateException stuck) {
      dry.addSuppressed(stuck);
    }
    throw dry;
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
