package dev.heapdrift.analyzer.series;

import dev.heapdrift.analyzer.trend.Curve;
import dev.heapdrift.analyzer.trend.Observation;
import dev.heapdrift.analyzer.trend.Work;
import dev.heapdrift.snapshot.CaptureFacts;
import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import java.util.Arrays;
import java.util.List;

/**
 * What a JVM had to do while it was observed: every curve of a run is judged beside it. What stays
 * flat under load has a bound, what stays flat in an idle JVM says nothing.
 *
 * @param busyUntil JVM uptime in seconds until which it was at work, which shows as memory
 *     allocated between two snapshots, or as a collection; NaN when the snapshots do not tell
 * @param work what the application did, by its own count
 */
public record Load(double busyUntil, Work work) {
  /** Fewest snapshots that can tell work from idling. */
  private static final int MIN_SNAPSHOTS = 4;

  /** Idle is less than this part of the allocation rate of the busy intervals. */
  private static final double IDLE = 0.1;

  /** Which quantile of the rates stands for the busy ones: work in bursts is idle half the time. */
  private static final double BUSY = 0.8;

  /**
   * The load of a run.
   *
   * @param snapshots by uptime
   * @param counted units of work done, by JVM uptime, strictly later each
   */
  static Load of(List<SnapshotHead> snapshots, List<SizePoint> counted) {
    return new Load(
        busyUntil(snapshots.stream().map(SnapshotHead::capture).toList()), Work.of(counted));
  }

  /** Beside a curve that was read to the end, of whose bound nothing is known. */
  public Observation beside(Curve curve) {
    return beside(curve.end(), Double.POSITIVE_INFINITY);
  }

  /**
   * Beside the curve of something that is noticed when it outgrows its room.
   *
   * @param until end of the observation in seconds
   * @param capacity entries that fit in before that
   */
  public Observation beside(double until, double capacity) {
    return new Observation(until, busyUntil, capacity, work);
  }

  private static double busyUntil(List<CaptureFacts> captures) {
    if (captures.size() < MIN_SNAPSHOTS) {
      return Double.NaN;
    }
    double[] rates = new double[captures.size() - 1];
    for (int i = 0; i < rates.length; i++) {
      rates[i] = rate(captures.get(i), captures.get(i + 1));
    }
    double busy = quantile(rates);
    if (busy == 0) {
      return Double.NaN;
    }
    for (int i = rates.length - 1; i >= 0; i--) {
      CaptureFacts to = captures.get(i + 1);
      if (rates[i] >= IDLE * busy || to.gcEpoch() > captures.get(i).gcEpoch()) {
        return to.uptimeMillis() / 1000.0;
      }
    }
    return Double.NaN;
  }

  /** Bytes a second by which the heap filled up; 0 across a collection, which hides it. */
  private static double rate(CaptureFacts from, CaptureFacts to) {
    double millis = Math.max(1, to.uptimeMillis() - from.uptimeMillis());
    return Math.max(0, to.heapUsedBytes() - from.heapUsedBytes()) * 1000.0 / millis;
  }

  private static double quantile(double[] rates) {
    double[] sorted = rates.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1, BUSY * sorted.length)];
  }
}
