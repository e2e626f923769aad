package dev.heapdrift.junit;

/**
 * How many runs there are between two counts. A scenario that is quick runs as often as asked, then
 * four times as often in each round while something grows; a slow one makes its runs in five
 * rounds, because a verdict needs so many points.
 */
final class Rounds {
  /** Fewest rounds from which growth is called steady: chance alone rises in all of 5 of 32. */
  static final int LEAST = 5;

  /** How many times the runs of a round the next one has, so that what fills up is full soon. */
  private static final int FACTOR = 4;

  private static final int MOST_RUNS = 100_000;

  /** One part in so many of the heap may be filled by a leak before it is called one. */
  private static final int HEAP_SHARE = 8;

  /** One part in so many of the time is kept for the looks after the last round, at most. */
  private static final int LOOKS_SHARE = 2;

  private final int iterations;
  private final long budgetNanos;
  private final long heapBytes;
  private int size;
  private int rounds;
  private long done;
  private long nanos;
  private int lastSize;
  private long lastNanos;
  private long leftNanos;
  private boolean full;
  private boolean lastPlanned;
  private boolean over;

  /**
   * Plans the rounds.
   *
   * @param runNanos time of one run while warming up, in ns
   * @param heapBytes most that the heap can hold
   */
  Rounds(LeakRules rules, long runNanos, long heapBytes) {
    this.iterations = rules.iterations();
    this.budgetNanos = rules.budget().toNanos();
    this.heapBytes = heapBytes;
    boolean slow = runNanos > budgetNanos / LEAST / iterations;
    this.size = slow ? Math.max(1, iterations / LEAST) : iterations;
  }

  /** Runs of the next round. */
  int size() {
    return size;
  }

  /** Runs so far. */
  long done() {
    return done;
  }

  /**
   * Runs after the last round, to see what goes back: so many that what clears up a little in each
   * run gets through, and so few that what is not cleared up yet is much less than it was.
   */
  int fewer() {
    return Math.max(1, lastSize / FACTOR);
  }

  /** Time of all rounds in ns. */
  long nanos() {
    return nanos;
  }

  /** Time of the last round in ns. */
  long lastNanos() {
    return lastNanos;
  }

  /**
   * A round is over.
   *
   * @param runNanos time that its runs took
   * @param countNanos time that counting took
   * @param elsewhere whether only other threads make what grows
   * @param grownBytes what has grown since the first count
   */
  void over(long runNanos, long countNanos, boolean elsewhere, long grownBytes) {
    rounds++;
    lastSize = size;
    done += size;
    nanos += runNanos + countNanos;
    lastNanos = runNanos + countNanos;
    leftNanos = budgetNanos - looksNanos(countNanos, elsewhere) - nanos;
    full = grownBytes > heapBytes / HEAP_SHARE;
    over = enough() && rounds >= LEAST && (full || lastPlanned || leftNanos <= 0);
    if (enough()) {
      size = next(runNanos, countNanos, grownBytes);
    }
  }

  /** Whether as much was measured as was asked for; if nothing grows then, nothing leaks. */
  boolean enough() {
    return done >= iterations;
  }

  /** Whether what grows still has been seen growing for long enough to judge it. */
  boolean over() {
    return over;
  }

  /**
   * More each time, as far as time and heap last; one by one where what stays is large. The runs
   * may take as long as counting does: in a large or a starved JVM that takes all the time, and
   * what fills up would look like what leaks. Otherwise a round that fills the time is the last,
   * and leaves some for the {@link #fewer} runs after it.
   */
  private int next(long runNanos, long countNanos, long grownBytes) {
    double eachNanos = Math.max(1, (double) runNanos / size);
    double eachBytes = Math.max(1, (double) grownBytes / done);
    double byTime = Math.max(countNanos, leftNanos * FACTOR / (FACTOR + 1)) / eachNanos;
    double byHeap = (double) heapBytes / HEAP_SHARE / eachBytes;
    double byRounds = Math.min((double) FACTOR * size, byHeap);
    lastPlanned |= byTime <= byRounds;
    double most = Math.min(byTime, byRounds);
    int least = rounds < LEAST && !full ? Math.min(size, iterations) : 1;
    return (int) Math.max(least, Math.min(most, MOST_RUNS));
  }

  /** Time to keep free for the first count, the last, and the looks after it: all end in time. */
  private long looksNanos(long countNanos, boolean elsewhere) {
    long looks = LeakMeasurement.looksNanos(countNanos, elsewhere) + 2 * countNanos;
    return Math.min(looks, budgetNanos / LOOKS_SHARE);
  }
}
