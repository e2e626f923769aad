package dev.heapdrift.samples.busy;

/** Linked nodes without a collection: the latest steps, of which the oldest are cut off. */
final class Trail implements Chore {
  private static final int KEPT = 1_000;
  private static final int STEPS = 30; // a turn

  private Step oldest = new Step(0);
  private Step latest = oldest;
  private int length = 1;

  @Override
  public long turn(long nanos) {
    for (int i = 0; i < STEPS; i++) {
      latest.next = new Step(latest.number + 1);
      latest = latest.next;
      length++;
    }
    for (; length > KEPT; length--) {
      oldest = oldest.next;
    }
    return latest.number - oldest.number;
  }

  @Override
  public int held() {
    return length;
  }

  private static final class Step {
    private final long number;
    private Step next;

    Step(long number) {
      this.number = number;
    }
  }
}
