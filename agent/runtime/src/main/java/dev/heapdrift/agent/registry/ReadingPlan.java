package dev.heapdrift.agent.registry;

/**
 * When one container may be read through its weak reference.
 *
 * <p>During concurrent marking {@code WeakReference.get} keeps its referent alive, so a reader that
 * outruns the marker makes the very leak it looks for. What has grown, or been inserted into, since
 * its last reading is alive anyway: that justifies one {@code get} at the next round, and a second
 * one to see whether it rests, which what dies in between survives by one cycle at most. After that
 * it is read ever more rarely, and never twice within several concurrent cycles. A reading through
 * the owner path needs none of this.
 */
final class ReadingPlan {
  /** First reading after a growth that nothing but time justifies, in ms; each next one 4 times. */
  private static final long FIRST_MILLIS = 60_000;

  /** Readings after the last growth that nothing but time justifies; the last one after 45 days. */
  private static final int MAX_STEPS = 9;

  /** Least time between two readings that nothing but time justifies, in ms. */
  private static final long LEAST_MILLIS = 10_000;

  /** As {@link #LEAST_MILLIS}, in lengths of the last concurrent cycle. */
  private static final int LEAST_CYCLES = 4;

  private boolean touched;
  private boolean second;
  private boolean loan;
  private byte step;
  private long lastMillis = Long.MIN_VALUE / 2;
  private long dueMillis = Long.MAX_VALUE;

  /** It grew. */
  void grew(Now now) {
    touched = true;
    loan = true;
    step = 0;
    dueMillis = now.uptimeMillis() + FIRST_MILLIS;
  }

  /** It was seen alive by other means. */
  void touched() {
    touched = true;
    loan = true;
  }

  /** Whether it may be strengthened now to be read. */
  boolean justified(Now now) {
    long passed = now.uptimeMillis() - lastMillis;
    long cycles = LEAST_CYCLES * now.cycleMillis();
    return touched
        || (second && passed >= cycles)
        || (now.uptimeMillis() >= dueMillis && passed >= Math.max(LEAST_MILLIS, cycles));
  }

  /** It was read, by whatever way. */
  void read(Now now, long lastGrowthMillis) {
    second = touched;
    touched = false;
    lastMillis = now.uptimeMillis();
    while (dueMillis <= now.uptimeMillis()) {
      step++;
      dueMillis =
          step < MAX_STEPS ? lastGrowthMillis + (FIRST_MILLIS << (2 * step)) : Long.MAX_VALUE;
    }
  }

  /** Whether it may be strengthened for another purpose: once after each growth. */
  boolean takeLoan() {
    boolean granted = loan;
    loan = false;
    return granted;
  }
}
