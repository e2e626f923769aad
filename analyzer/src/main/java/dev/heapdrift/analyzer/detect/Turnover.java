package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.trend.Curve;
import dev.heapdrift.analyzer.trend.Observation;
import dev.heapdrift.analyzer.trend.Trend;
import dev.heapdrift.analyzer.trend.TrendJudge;
import dev.heapdrift.analyzer.trend.Work;
import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import java.util.List;

/**
 * What passes through a container while it rises. Sessions that expire rise with the traffic and
 * look like a leak for as long as the traffic rises; but most of what was put in is gone again. The
 * insertions that the zoom has counted are such a container's own work, and it is judged again by
 * them: a leak grows with their sum, what is in hand with their rate. A put of a present key also
 * counts, so that a rise without removals may look passed through; it grows with the sum all the
 * same.
 */
final class Turnover {
  /** Part of what was put in that must be gone: what keeps the most is no place of passage. */
  private static final double GONE = 0.5;

  private Turnover() {}

  /** The trend, or less than that when it is not the same by the insertions. */
  static Trend doubt(Subject subject, Trend trend) {
    List<SizePoint> insertions = subject.members().get(0).insertions();
    if (subject.isGroup() || insertions.isEmpty() || !(trend instanceof Trend.Unbounded rise)) {
      return trend;
    }
    Work work = Work.of(insertions);
    Curve counted = Curve.of(subject.points()).from(insertions.get(0).uptimeMillis() / 1000.0);
    if (work == Work.NONE || counted.rise() >= (1 - GONE) * work.until(counted.end())) {
      return trend;
    }
    Trend again = TrendJudge.judge(counted, Observation.unknown(counted).by(work));
    return again instanceof Trend.Unbounded ? trend : passage(rise, again);
  }

  private static Trend passage(Trend.Unbounded rise, Trend again) {
    return new Trend.Inconclusive(
        rise.slope(),
        true,
        "rises while most of what is put in goes again; by what is put in, " + again.pattern(),
        "whether it falls when less is put in; observe until that stays or falls");
  }
}
