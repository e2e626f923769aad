package dev.heapdrift.analyzer.lines;

import dev.heapdrift.snapshot.Estimate;
import dev.heapdrift.snapshot.stats.Statistic;

/**
 * What one line of a source has allocated.
 *
 * @param live what is not known to be collected
 * @param before the same in the earlier snapshot, or null without one
 * @param allocated all since tracing began, live or not
 * @param changeError standard error of the change of the live bytes; 0 when counted
 */
public record LineFigures(Estimate live, Estimate before, Estimate allocated, double changeError) {

  /** Half the width of the 95 % interval of the live bytes; 0 when counted. */
  public double liveMargin() {
    return Statistic.TWO_SIDED_95 * live.bytesError();
  }

  /** Live bytes more than in the earlier snapshot; 0 without one. */
  public long change() {
    return before == null ? 0 : live.bytes() - before.bytes();
  }

  /** Half the width of the 95 % interval of {@link #change}, in bytes; 0 when counted. */
  public double changeMargin() {
    return Statistic.TWO_SIDED_95 * changeError;
  }

  /** Whether the change may be nothing but an accident of sampling. */
  public boolean withinNoise() {
    return Math.abs(change()) < changeMargin();
  }

  LineFigures plus(LineFigures other) {
    return new LineFigures(
        live.plus(other.live),
        before == null ? null : before.plus(other.before),
        allocated.plus(other.allocated),
        Math.hypot(changeError, other.changeError));
  }
}
