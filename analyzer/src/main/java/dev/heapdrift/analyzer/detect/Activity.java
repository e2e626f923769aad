package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.series.Run;
import dev.heapdrift.snapshot.CaptureFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Until when the JVM was at work: what stays flat under load has a bound, what stays flat in an
 * idle JVM says nothing. Work shows as memory allocated between two snapshots, or as a collection.
 */
final class Activity {
  /** Fewest snapshots that can tell work from idling. */
  private static final int MIN_SNAPSHOTS = 4;

  /** Idle is less than this part of the allocation rate of the busy intervals. */
  private static final double IDLE = 0.1;

  /** Which quantile of the rates stands for the busy ones: work in bursts is idle half the time. */
  private static final double BUSY = 0.8;

  private Activity() {}

  /**
   * JVM uptime in seconds until which it was at work; NaN when the snapshots do not tell.
   *
   * @param run the run
   */
  static double busyUntil(Run run) {
    List<CaptureFacts> captures = new ArrayList<>();
    run.snapshots().forEach(head -> captures.add(head.capture()));
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
