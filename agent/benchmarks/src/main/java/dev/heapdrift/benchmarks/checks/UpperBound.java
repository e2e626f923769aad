package dev.heapdrift.benchmarks.checks;

/**
 * How often something may happen at most, at 95 %, when it was seen so often in so many independent
 * trials: the exact bound of Clopper and Pearson (1934), one-sided. For nothing seen it is the rule
 * of three, 3 / n.
 */
final class UpperBound {
  private static final double DOUBT = 0.05;
  private static final int HALVINGS = 60;

  private UpperBound() {}

  /** As a part of 1. */
  static double of(int seen, int trials) {
    if (seen == trials) {
      return 1;
    }
    double low = 0;
    double high = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (atMost(seen, trials, middle) > DOUBT) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** The chance of no more than so many in these trials, each with this chance below 1. */
  private static double atMost(int seen, int trials, double chance) {
    double exactly = Math.pow(1 - chance, trials);
    double sum = exactly;
    for (int i = 0; i < seen; i++) {
      exactly *= (trials - i) / (i + 1.0) * chance / (1 - chance);
      sum += exactly;
    }
    return sum;
  }
}
