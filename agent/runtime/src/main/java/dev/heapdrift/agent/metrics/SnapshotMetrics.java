package dev.heapdrift.agent.metrics;

import static dev.heapdrift.agent.metrics.Family.Type.COUNTER;
import static dev.heapdrift.agent.metrics.Family.Type.GAUGE;

import dev.heapdrift.agent.metrics.Family.Sample;
import dev.heapdrift.snapshot.CaptureFacts;
import dev.heapdrift.snapshot.ContainerFacts;
import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import dev.heapdrift.snapshot.CostFacts;
import dev.heapdrift.snapshot.Drop;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.InstanceFacts;
import dev.heapdrift.snapshot.Owner;
import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.stats.AppFrames;
import dev.heapdrift.snapshot.stats.GroupBy;
import dev.heapdrift.snapshot.stats.Statistic;
import dev.heapdrift.snapshot.stats.TraceQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which figures of a snapshot are metrics. Where there is one for each place of the program, the
 * largest are told and no others.
 */
public final class SnapshotMetrics {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double MILLIS_PER_SECOND = 1e3;

  /** What is measured among the activities and takes no time of anybody. */
  private static final String LATENESS = "lateness";

  private SnapshotMetrics() {}

  /**
   * The metrics, in the order of the file.
   *
   * @param taken a snapshot
   * @param most values of each metric that has one for each place of the program
   */
  public static List<Family> of(Snapshot taken, int most) {
    List<Family> all = new ArrayList<>();
    all.add(agent(taken));
    all.addAll(heap(taken));
    all.add(
        Family.single(
            "heapdrift_work_units",
            COUNTER,
            "Units of work done, as they are counted.",
            work(taken)));
    all.add(gauge("containers", "Collections that are followed.", taken.containers().size()));
    all.add(containers(taken, most));
    all.add(allocations(taken, most));
    all.add(instances(taken, most));
    all.add(costs(taken));
    all.add(drops(taken));
    all.add(
        gauge(
            "not_seen",
            "Things that this run cannot observe; the snapshot says which.",
            taken.notSeen().size()));
    return all;
  }

  private static List<Family> heap(Snapshot taken) {
    CaptureFacts capture = taken.capture();
    double uptime = capture.uptimeMillis() / MILLIS_PER_SECOND;
    return List.of(
        gauge(
            "uptime_seconds",
            "Uptime of the JVM in seconds when these figures were taken.",
            uptime),
        gauge("heap_max_bytes", "Largest heap in bytes.", (double) taken.jvm().maxHeapBytes()),
        gauge(
            "heap_used_bytes",
            "Heap in use in bytes, garbage included.",
            (double) capture.heapUsedBytes()),
        gauge(
            "heap_after_gc_bytes",
            "Heap in use in bytes after the last collection.",
            (double) capture.heapAfterGcBytes()));
  }

  private static Family gauge(String name, String help, double value) {
    return Family.single("heapdrift_" + name, GAUGE, help, value);
  }

  private static Family agent(Snapshot taken) {
    Sample one =
        new Sample(
            Family.labels(
                "version", taken.agent().version(),
                "level", taken.agent().level(),
                "run", taken.jvm().startId()),
            1);
    return new Family("heapdrift_agent", GAUGE, "The agent that runs; always 1.", List.of(one));
  }

  private static double work(Snapshot taken) {
    List<SizePoint> history = taken.work() == null ? List.of() : taken.work().history();
    return history.isEmpty() ? -1 : history.get(history.size() - 1).size();
  }

  private static Family containers(Snapshot taken, int most) {
    Largest largest = new Largest();
    for (ContainerFacts container : taken.containers()) {
      if (container.lastGrowthMillis() > container.noticedMillis()) {
        largest.add(
            Family.labels(
                "type", container.type(),
                "owner", path(container.owner()),
                "site", insertionSite(container, taken)),
            (double) container.latestSize());
      }
    }
    return new Family(
        "heapdrift_container_entries",
        GAUGE,
        "Entries of collections that grew again and again, the largest of them.",
        largest.samples(most));
  }

  private static String path(Owner owner) {
    return owner == null ? null : owner.path();
  }

  /** The call that was counted most, else the application's frame of the most frequent growth. */
  private static String insertionSite(ContainerFacts container, Snapshot taken) {
    if (!container.insertions().isEmpty()) {
      return container.insertions().get(0).site().print();
    }
    return container.growthSites().isEmpty()
        ? null
        : site(container.growthSites().get(0).stack(), taken);
  }

  private static String site(int stack, Snapshot taken) {
    Frame frame = stack < 0 ? null : AppFrames.site(taken.stacks().get(stack));
    return frame == null ? null : frame.print();
  }

  private static Family allocations(Snapshot taken, int most) {
    Largest largest = new Largest();
    if (taken.allocations() != null) {
      for (Statistic line : TraceQuery.by(GroupBy.LINE).statistics(taken)) {
        largest.add(
            Family.labels("package", line.key().scope(), "site", line.key().label()),
            (double) line.size());
      }
    }
    return new Family(
        "heapdrift_allocation_live_bytes",
        GAUGE,
        "Live traced bytes by the line that allocated them, the largest of them.",
        largest.samples(most));
  }

  private static Family instances(Snapshot taken, int most) {
    Largest largest = new Largest();
    for (InstanceFacts group : taken.instances()) {
      String kind = group.kind().name().toLowerCase(Locale.ROOT);
      largest.add(
          Family.labels("kind", kind, "type", group.type(), "site", site(group.stack(), taken)),
          (double) group.live());
    }
    return new Family(
        "heapdrift_instances",
        GAUGE,
        "Threads, class loaders, buffers and resources that have not ended, the most of them.",
        largest.samples(most));
  }

  private static Family costs(Snapshot taken) {
    return new Family(
        "heapdrift_agent_seconds",
        COUNTER,
        "Wall time in seconds that the agent's activities have taken.",
        taken.costs().stream()
            .filter(cost -> !cost.activity().equals(LATENESS))
            .map(SnapshotMetrics::cost)
            .toList());
  }

  private static Sample cost(CostFacts cost) {
    return new Sample(
        Family.labels("activity", cost.activity()), cost.totalNanos() / NANOS_PER_SECOND);
  }

  private static Family drops(Snapshot taken) {
    Largest sums = new Largest();
    for (Drop drop : taken.drops()) {
      sums.add(Family.labels("bound", drop.bound()), (double) drop.count());
    }
    return new Family(
        "heapdrift_drops",
        COUNTER,
        "Counts of what was given up for want of room, by the bound that was reached.",
        sums.samples(Integer.MAX_VALUE));
  }
}
