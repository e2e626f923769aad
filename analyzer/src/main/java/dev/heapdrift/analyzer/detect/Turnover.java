package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.trend.Curve;
import dev.heapdrift.analyzer.trend.Trend;
import dev.heapdrift.analyzer.trend.Work;
import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import java.util.List;

/**
 * What passes through a container while it rises. Sessions that expire rise with the traffic and
 * look like a leak for as long as the traffic rises; but most of what was put in is gone again. The
 * insertions that the zoom has counted are such a container's own work: a leak grows with their
 * sum, what is in hand with their rate. A put of a present key also counts, so that a rise without
 * removals may look passed through; it grows with the sum all the same.
 */
final class Turnover {
  /** Part of what was put in that must be gone: what keeps the most is no place of passage. */
  private static final double GONE = 0.5;

  private Turnover() {}

  /** The trend, or less than that where the rate of the insertions explains it as well. */
  static Trend doubt(Subject subject, Trend trend) {
    List<SizePoint> insertions = subject.members().get(0).insertions();
    if (subject.isGroup()
        || insertions.isEmpty()
        || !(trend instanceof Trend.Unbounded rise)
        || !explains(insertions, Curve.of(subject.points()))) {
      return trend;
    }
    return new Trend.Inconclusive(
        rise.slope(),
        true,
        "rises as the rate of its insertions does, most of which are gone again",
        "whether it falls when that rate does; observe until it stays or falls");
  }

  private static boolean explains(List<SizePoint> insertions, Curve sizes) {
    Work work = Work.of(insertions);
    Curve counted = sizes.from(insertions.get(0).uptimeMillis() / 1000.0);
    return work != Work.NONE
        && counted.size() > 0
        && counted.rise() < (1 - GONE) * work.until(counted.end())
        && work.risesWithRate(counted);
  }
}
