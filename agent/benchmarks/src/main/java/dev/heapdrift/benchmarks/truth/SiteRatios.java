package dev.heapdrift.benchmarks.truth;

import java.util.Locale;

/**
 * What was said of a site over what is true, in all rounds in which it had its hook. A round of 512
 * sampling intervals without a single sample had none: chance leaves one in e^512 empty.
 */
final class SiteRatios {

  static final String HEADING =
      "| site | kind | allocated: mean ratio | standard error | live: mean ratio | standard error"
          + " | truth within the 95 % interval | rounds | without hook | |\n"
          + "|---|---|---|---|---|---|---|---|---|---|\n";

  private static final double TWO_SIDED_95 = 1.96;

  private final Moments allocated = new Moments();
  private final Moments live = new Moments();
  private int covered;
  private int withoutHook;
  private Measured last;

  void add(Measured measured) {
    last = measured;
    if (measured.saidAllocated() == 0) {
      withoutHook++;
      return;
    }
    allocated.add(measured.saidAllocated(), measured.allocatedError(), measured.trueAllocated());
    live.add(measured.saidLive(), measured.liveError(), measured.trueLive());
    if (Math.abs(measured.saidLive() - measured.trueLive())
        <= TWO_SIDED_95 * measured.liveError()) {
      covered++;
    }
  }

  /** Whether both means are as close to 1 as they have to be. */
  boolean unbiased() {
    return allocated.closeToOne() && live.closeToOne();
  }

  /** A row of the table. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %.4f | %.4f | %.4f | %.4f | %.1f %% | %d | %d | %s |",
        last.site(),
        last.kind(),
        allocated.mean(),
        allocated.standardError(),
        live.mean(),
        live.standardError(),
        100.0 * covered / live.count,
        live.count,
        withoutHook,
        unbiased() ? "unbiased" : "BIASED");
  }

  /**
   * Mean and spread of many ratios. Where nearly every object is sampled, the rare one that is not
   * may be missing from all rounds, and the spread with it; so the standard error is at least what
   * the tracer gives.
   */
  private static final class Moments {
    private int count;
    private double sum;
    private double squares;
    private double variances;

    void add(long said, long error, long truth) {
      count++;
      double off = (double) said / truth - 1; // the squares of what is near 0 lose no digits
      double given = (double) error / truth;
      sum += off;
      squares += off * off;
      variances += given * given;
    }

    double mean() {
      return 1 + sum / count;
    }

    double standardError() {
      double mean = sum / count;
      double seen = Math.max(0, squares / count - mean * mean) / Math.max(1, count - 1);
      return Math.sqrt(Math.max(seen, variances / count / count));
    }

    boolean closeToOne() {
      double off = Math.abs(mean() - 1);
      return off <= TruthRuns.TOLERANCE
          && off <= TruthRuns.STANDARD_ERRORS * standardError() + 1e-9;
    }
  }
}
