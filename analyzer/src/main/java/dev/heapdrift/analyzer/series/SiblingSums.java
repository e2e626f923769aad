package dev.heapdrift.analyzer.series;

import dev.heapdrift.snapshot.ContainerFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sums, snapshot by snapshot, the sizes of the containers that one field holds. */
final class SiblingSums {
  private record Key(String holder, String type) {}

  /** The sums of one group while its snapshots come in. */
  static final class Sums {
    private final Key key;
    private final PointList sizes = new PointList();
    private PointList counts; // only once there were two at a time: nearly all groups have one
    private long uptime = Long.MIN_VALUE;
    private long size;
    private int members;
    private int mostMembers;
    private boolean threadLocals;

    private Sums(Key key) {
      this.key = key;
    }

    // Names are shared between snapshots, so that equal ones are nearly always the same.
    private boolean isOf(String holder, String type) {
      return key.holder.equals(holder) && key.type.equals(type);
    }

    /** A group without members has a size, 0; but what is given up at the exit does not count. */
    private void endWith(Service service) {
      if (!service.had(uptime, threadLocals)) {
        sizes.add(service.end(), 0);
        counts.add(service.end(), 0);
      }
      long last = service.endOf(sizes);
      sizes.cut(last);
      counts.cut(last);
    }
  }

  private final Map<Key, Sums> groups = new LinkedHashMap<>();

  /**
   * Adds a container.
   *
   * @param facts what a snapshot says of it
   * @param uptime when that snapshot was taken, in ms
   * @param before the group that it was added to last, or null: it has rarely changed, and a table
   *     of thousands of names is slow to search
   * @return its group, or null when no field is known to hold it
   */
  Sums add(ContainerFacts facts, long uptime, Sums before) {
    String holder = facts.owner() == null ? null : facts.owner().holder();
    if (holder == null) {
      return null;
    }
    Sums sums =
        before != null && before.isOf(holder, facts.type())
            ? before
            : groups.computeIfAbsent(new Key(holder, facts.type()), Sums::new);
    if (sums.uptime != uptime) {
      sums.uptime = uptime;
      sums.size = 0;
      sums.members = 0;
    }
    sums.size += Math.max(0, facts.latestSize());
    sums.members++;
    sums.threadLocals = RunBuilder.isThreadLocal(facts);
    sums.mostMembers = Math.max(sums.mostMembers, sums.members);
    sums.sizes.add(uptime, sums.size);
    if (sums.members > 1 && sums.counts == null) {
      sums.counts = sums.sizes.withAll(1);
    }
    if (sums.counts != null) {
      sums.counts.add(uptime, sums.members);
    }
    return sums;
  }

  List<SiblingSeries> series(List<ContainerSeries> all, Service service) {
    Map<Key, List<ContainerSeries>> members = new LinkedHashMap<>();
    for (ContainerSeries series : all) {
      ContainerFacts facts = series.last();
      if (series.inLastSnapshot() && facts.owner() != null) {
        Key key = new Key(facts.owner().holder(), facts.type());
        members.computeIfAbsent(key, k -> new ArrayList<>()).add(series);
      }
    }
    List<SiblingSeries> result = new ArrayList<>();
    groups.forEach(
        (key, sums) -> {
          if (sums.mostMembers > 1) {
            sums.endWith(service);
            result.add(series(key, sums, members.getOrDefault(key, List.of())));
          }
        });
    return List.copyOf(result);
  }

  private static SiblingSeries series(Key key, Sums sums, List<ContainerSeries> members) {
    List<ContainerSeries> largestFirst =
        members.stream()
            .sorted(Comparator.comparingLong(ContainerSeries::size).reversed())
            .toList();
    return new SiblingSeries(
        key.holder(), key.type(), sums.sizes.view(), sums.counts.view(), largestFirst);
  }
}
