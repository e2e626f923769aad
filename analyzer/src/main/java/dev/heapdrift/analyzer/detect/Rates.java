package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Growth;
import dev.heapdrift.analyzer.finding.Interval;
import dev.heapdrift.analyzer.series.ContainerSeries;
import dev.heapdrift.analyzer.trend.Slope;
import dev.heapdrift.analyzer.trend.Trend;
import dev.heapdrift.analyzer.trend.Work;
import dev.heapdrift.snapshot.ContainerFacts;

/**
 * From entries a second to bytes a second, entries for each unit of work, and the time until the
 * heap is full.
 */
final class Rates {
  private Rates() {}

  static Growth of(Judged judged, HeapRoom room, Work work) {
    Slope slope = judged.trend().slope();
    if (slope == null) {
      return Growth.UNMEASURED;
    }
    double entryBytes = bytesPerEntry(judged.subject());
    boolean fills = judged.unbounded() && entryBytes > 0 && room.bytes() >= 0;
    return new Growth(
        slope.perSecond(),
        new Interval(slope.low(), slope.high()),
        entryBytes < 0 ? null : slope.perSecond() * entryBytes,
        work.perUnit(judged.subject().points()),
        fills ? room.bytes() / (slope.perSecond() * entryBytes) : null,
        fills ? secondsToFill(room.bytes() / entryBytes, slope) : null,
        judged.trend() instanceof Trend.Saturating end ? end.plateau() : null);
  }

  private static Interval secondsToFill(double entries, Slope slope) {
    double latest = slope.low() > 0 ? entries / slope.low() : Double.POSITIVE_INFINITY;
    return new Interval(entries / slope.high(), latest);
  }

  /** The mean over the members where it was measured, weighted by their sizes; -1 where nowhere. */
  private static double bytesPerEntry(Subject subject) {
    double bytes = 0;
    double weights = 0;
    for (ContainerSeries member : subject.members()) {
      ContainerFacts facts = member.last();
      if (facts.bytesPerEntry() >= 0) {
        double weight = Math.max(1, member.size());
        bytes += weight * facts.bytesPerEntry();
        weights += weight;
      }
    }
    return weights == 0 ? -1 : bytes / weights;
  }
}
