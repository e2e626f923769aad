package dev.heapdrift.analyzer.site;

import dev.heapdrift.analyzer.series.Run;
import dev.heapdrift.analyzer.trend.Curve;
import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import dev.heapdrift.snapshot.GcFacts;
import dev.heapdrift.snapshot.GcFacts.Generation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The collections of a run, and what they say of instances that nothing but a collection tests. */
final class Collected {
  /** Part of the time that old collections must have tested. */
  private static final double TESTED = 0.5;

  /** Collections closer to each other than one part in so many of the time are one. */
  private static final int PARTS = 50;

  private final long[] all;
  private final long[] old;

  private Collected(long[] all, long[] old) {
    this.all = all;
    this.old = old;
  }

  static Collected of(Run run) {
    return new Collected(ends(run, gc -> true), ends(run, gc -> gc.generation() == Generation.OLD));
  }

  /** When they ended, in ms of JVM uptime, increasing. */
  private static long[] ends(Run run, Predicate<GcFacts> wanted) {
    return run.gcs().stream().filter(wanted).mapToLong(GcFacts::uptimeMillis).sorted().toArray();
  }

  /**
   * What the collections left, each at its time. A reading tells of the last collection before it,
   * and the readings until the next one say nothing new: as a series they would be a staircase. Of
   * collections that follow each other at once the last one tells: a reading may have come between
   * them.
   */
  List<SizePoint> left(List<SizePoint> readings) {
    List<SizePoint> left = new ArrayList<>();
    long apart = readings.isEmpty() ? 0 : span(readings) / PARTS;
    long first = -1;
    long last = -1;
    for (SizePoint reading : readings) {
      long collection = lastBefore(reading.uptimeMillis());
      if (collection > last) {
        if (first >= 0 && collection - first < apart) {
          left.remove(left.size() - 1);
        } else {
          first = collection;
        }
        left.add(new SizePoint(collection, reading.size()));
        last = collection;
      }
    }
    return List.copyOf(left);
  }

  private static long span(List<SizePoint> readings) {
    return readings.get(readings.size() - 1).uptimeMillis() - readings.get(0).uptimeMillis();
  }

  /** End of the last collection up to a time, or -1. */
  private long lastBefore(long time) {
    int at = Arrays.binarySearch(all, time);
    int last = at >= 0 ? at : -at - 2;
    return last < 0 ? -1 : all[last];
  }

  /** The part of such a curve that old collections have tested; empty when it is too small. */
  Optional<Curve> tested(Curve left) {
    double[] within =
        Arrays.stream(old)
            .mapToDouble(end -> end / 1000.0)
            .filter(end -> end >= left.start() && end <= left.end())
            .toArray();
    if (within.length < HeapFloor.MIN_COLLECTIONS) {
      return Optional.empty();
    }
    Curve tested = left.until(within[within.length - 1]);
    return tested.span() < TESTED * left.span() ? Optional.empty() : Optional.of(tested);
  }
}
