package dev.heapdrift.analyzer.series;

import dev.heapdrift.snapshot.AllocationTrace;
import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import dev.heapdrift.snapshot.Estimate;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.stats.AppFrames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sums, snapshot by snapshot, what each allocation site keeps alive. What no collection has tested
 * yet does not count: it says how fast a site allocates, not what it retains.
 *
 * <p>A run may have 50,000 sites: all share one time axis, and a site is a number a snapshot.
 */
final class SiteSums {
  /** Snapshots that count; of more, every second one is left out, again and again. */
  private static final int MAX_SNAPSHOTS = 512;

  private record Key(Frame site, String type) {}

  private final Map<Key, Counts> sites = new LinkedHashMap<>();
  private final List<Long> uptimes = new ArrayList<>();
  private int skip = 1;
  private int seen;

  /** Adds the next snapshot; one without traces does not count. */
  void add(Snapshot snapshot) {
    if (snapshot.allocations() == null || seen++ % skip != 0) {
      return;
    }
    if (uptimes.size() == MAX_SNAPSHOTS) {
      thin();
    }
    int at = uptimes.size();
    uptimes.add(snapshot.capture().uptimeMillis());
    sites.values().forEach(Counts::nextSnapshot);
    for (AllocationTrace trace : snapshot.allocations().traces()) {
      List<Frame> stack = snapshot.stacks().get(trace.stack());
      Estimate tested = tested(trace);
      Frame site = AppFrames.first(stack).orElse(null);
      if (site != null && tested.count() > 0) {
        Key key = new Key(site, trace.type());
        sites.computeIfAbsent(key, k -> new Counts()).add(at, tested, stack);
      }
    }
  }

  /** One series for each site that keeps something alive at the end. */
  List<SiteSeries> series() {
    List<SiteSeries> all = new ArrayList<>();
    sites.forEach(
        (key, counts) -> {
          if (counts.last.count() > 0) {
            all.add(new SiteSeries(counts.stack, key.type(), counts.last, points(counts)));
          }
        });
    return List.copyOf(all);
  }

  private static Estimate tested(AllocationTrace trace) {
    Estimate live = trace.live();
    Estimate untested = trace.untested();
    return new Estimate(
        Math.max(0, live.bytes() - untested.bytes()),
        Math.max(0, live.count() - untested.count()),
        Math.sqrt(Math.max(0, square(live.bytesError()) - square(untested.bytesError()))),
        Math.sqrt(Math.max(0, square(live.countError()) - square(untested.countError()))),
        Math.max(0, live.samples() - untested.samples()));
  }

  private static double square(double x) {
    return x * x;
  }

  private List<SizePoint> points(Counts counts) {
    List<SizePoint> points = new ArrayList<>(uptimes.size());
    for (int i = 0; i < uptimes.size(); i++) {
      points.add(new SizePoint(uptimes.get(i), counts.at(i)));
    }
    return List.copyOf(points);
  }

  private void thin() {
    skip *= 2;
    List<Long> kept = new ArrayList<>();
    for (int i = 0; i < uptimes.size(); i += 2) {
      kept.add(uptimes.get(i));
    }
    uptimes.clear();
    uptimes.addAll(kept);
    sites.values().forEach(Counts::thin);
  }

  /** Objects by snapshot. */
  private static final class Counts {
    private long[] objects = new long[4];
    private int count;
    private Estimate last = Estimate.NOTHING;
    private List<Frame> stack = List.of();
    private long heaviest;

    void nextSnapshot() {
      last = Estimate.NOTHING;
      heaviest = 0;
    }

    void add(int at, Estimate tested, List<Frame> frames) {
      if (at >= objects.length) {
        objects = Arrays.copyOf(objects, Math.max(at + 1, objects.length * 2));
      }
      objects[at] += tested.count();
      count = at + 1;
      last = last.plus(tested);
      if (tested.bytes() > heaviest) {
        heaviest = tested.bytes();
        stack = frames;
      }
    }

    long at(int i) {
      return i < count ? objects[i] : 0;
    }

    void thin() {
      int kept = 0;
      for (int i = 0; i < count; i += 2) {
        objects[kept++] = objects[i];
      }
      Arrays.fill(objects, kept, objects.length, 0);
      count = kept;
    }
  }
}
