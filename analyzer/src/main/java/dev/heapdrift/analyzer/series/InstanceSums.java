package dev.heapdrift.analyzer.series;

import dev.heapdrift.analyzer.series.InstanceSeries.Made;
import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.InstanceFacts;
import dev.heapdrift.snapshot.Owner;
import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.stats.AppFrames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Follows what is made and should end, stack by stack through the snapshots, and sums it up by the
 * line of the application that makes it: many ways may lead to one line.
 */
final class InstanceSums {
  private record Site(InstanceFacts.Kind kind, String type, Frame line) {}

  private record Key(InstanceFacts.Kind kind, String type, List<Frame> stack) {
    Site site() {
      return new Site(kind, type, AppFrames.site(stack));
    }
  }

  private final Map<Key, Group> groups = new LinkedHashMap<>();

  /** Adds the next snapshot. What only the JDK makes for itself is nobody's to end. */
  void add(Snapshot snapshot) {
    long uptime = snapshot.capture().uptimeMillis();
    for (InstanceFacts facts : snapshot.instances()) {
      List<Frame> stack = snapshot.stacks().get(facts.stack());
      if (AppFrames.first(stack).isPresent()) {
        Key key = new Key(facts.kind(), facts.type(), stack);
        groups.computeIfAbsent(key, Group::new).add(facts, uptime);
      }
    }
    groups.values().forEach(group -> group.endBefore(uptime));
  }

  /** One series for each line of which something is alive at the end. */
  List<InstanceSeries> series() {
    Map<Site, List<Group>> sites = new LinkedHashMap<>();
    for (Group group : groups.values()) {
      sites.computeIfAbsent(group.key.site(), site -> new ArrayList<>()).add(group);
    }
    List<InstanceSeries> all = new ArrayList<>();
    sites.forEach(
        (site, made) -> {
          List<Group> alive =
              made.stream()
                  .filter(group -> group.live > 0)
                  .sorted(Comparator.comparingLong((Group group) -> group.live).reversed())
                  .toList();
          if (!alive.isEmpty()) {
            all.add(series(site, alive, sum(made.stream().map(g -> g.points.view()).toList())));
          }
        });
    return List.copyOf(all);
  }

  private static InstanceSeries series(Site site, List<Group> alive, List<SizePoint> points) {
    return new InstanceSeries(
        site.kind(),
        site.type(),
        alive.stream().map(group -> new Made(group.key.stack(), group.live)).toList(),
        alive.stream().mapToLong(group -> group.live).sum(),
        alive.stream().mapToLong(group -> group.bytes).sum(),
        alive.stream().map(g -> g.owner).filter(Objects::nonNull).findFirst().orElse(null),
        points);
  }

  /** The sum of steps: each series keeps its value until its next point, and begins with 0. */
  private static List<SizePoint> sum(List<List<SizePoint>> all) {
    if (all.size() == 1) {
      return all.get(0);
    }
    long[] uptimes =
        all.stream()
            .flatMap(List::stream)
            .mapToLong(SizePoint::uptimeMillis)
            .sorted()
            .distinct()
            .toArray();
    PointList sum = new PointList();
    int[] next = new int[all.size()];
    long total = 0;
    for (long uptime : uptimes) {
      for (int i = 0; i < next.length; i++) {
        List<SizePoint> points = all.get(i);
        if (next[i] < points.size() && points.get(next[i]).uptimeMillis() == uptime) {
          total += points.get(next[i]).size() - (next[i] == 0 ? 0 : points.get(next[i] - 1).size());
          next[i]++;
        }
      }
      sum.add(uptime, total);
    }
    return sum.view();
  }

  /** What was made with one stack, while its snapshots come in. */
  private static final class Group {
    private final Key key;
    private final PointList points = new PointList();
    private Owner owner;
    private long live;
    private long bytes;
    private long lastSeen;

    Group(Key key) {
      this.key = key;
    }

    void add(InstanceFacts facts, long uptime) {
      points.addNewer(facts.history());
      live = facts.live();
      bytes = facts.bytes();
      owner = facts.owner() == null ? owner : facts.owner();
      lastSeen = uptime;
    }

    /** A snapshot that does not name it says that all of it has ended. */
    void endBefore(long uptime) {
      if (lastSeen < uptime && live > 0) {
        live = 0;
        bytes = 0;
        points.add(uptime, 0);
      }
    }
  }
}
