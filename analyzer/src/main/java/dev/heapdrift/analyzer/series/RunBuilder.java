package dev.heapdrift.analyzer.series;

import dev.heapdrift.snapshot.ContainerFacts;
import dev.heapdrift.snapshot.ContainerFacts.InsertionSite;
import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.Owner;
import dev.heapdrift.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Folds the snapshots of one run, given by increasing uptime, into its series.
 *
 * <p>An earlier snapshot's history is the finer one of its time, since histories are thinned as
 * they age: from each snapshot only what is later than the last known point is taken.
 */
final class RunBuilder {
  /**
   * Series from which those of dead containers are given up. A service that makes and drops large
   * collections shows other ones in each snapshot; only the sums of siblings need them, and these
   * are kept apart.
   */
  private static final int MAX_SERIES = 200_000;

  private final List<SnapshotHead> snapshots = new ArrayList<>();
  private final Map<Long, Growing> containers = new HashMap<>();
  private final SiblingSums siblings = new SiblingSums();
  private final SiteSums sites = new SiteSums();
  private final InstanceSums instances = new InstanceSums();
  private final GcMerge gcs = new GcMerge();
  private final PointList work = new PointList();
  private SurvivorDump survivors = SurvivorDump.NONE;

  /** Those of the newest snapshot, by id: mostly the next one's, in the same order. */
  private List<Growing> newest = List.of();

  /** Adds the next snapshot; one that comes after the JVM's last word says nothing any more. */
  void add(Snapshot snapshot) {
    if (!snapshots.isEmpty() && Service.exits(snapshots.get(snapshots.size() - 1).capture())) {
      return;
    }
    snapshots.add(SnapshotHead.of(snapshot));
    long uptime = snapshot.capture().uptimeMillis();
    List<Growing> current = new ArrayList<>(snapshot.containers().size());
    Iterator<Growing> before = newest.iterator();
    Growing candidate = null;
    for (ContainerFacts facts : snapshot.containers()) {
      while (before.hasNext() && (candidate == null || candidate.id < facts.id())) {
        candidate = before.next();
      }
      Growing growing =
          candidate != null && candidate.id == facts.id()
              ? candidate
              : containers.computeIfAbsent(facts.id(), Growing::new);
      current.add(growing);
      growing.add(facts, snapshot.stacks(), uptime);
      if (!Service.exits(snapshot.capture()) || !isThreadLocal(facts)) {
        growing.group = siblings.add(facts, uptime, growing.group);
      }
    }
    sites.add(snapshot);
    if (!Service.exits(snapshot.capture()) || snapshots.size() == 1) {
      instances.add(snapshot); // what ends when the JVM does has not ended by itself
    }
    gcs.add(snapshot.gcs());
    if (!snapshot.survivorPeriods().isEmpty()) {
      survivors = SurvivorDump.of(snapshot);
    }
    if (snapshot.work() != null) {
      work.addNewer(snapshot.work().history());
    }
    newest = current;
    if (containers.size() > MAX_SERIES) {
      containers.values().removeIf(growing -> growing.lastSeen < uptime);
    }
  }

  Run build() {
    SnapshotHead last = snapshots.get(snapshots.size() - 1);
    Service service = Service.of(snapshots);
    List<ContainerSeries> series =
        containers.values().stream()
            .map(growing -> growing.series(service))
            .sorted(Comparator.comparingLong(s -> s.last().id()))
            .toList();
    return new Run(
        last.jvm().startId(),
        List.copyOf(snapshots),
        series,
        siblings.series(series, service),
        sites.series(),
        instances.series(),
        survivors,
        Load.of(snapshots, work.view()),
        gcs.byTime());
  }

  static boolean isThreadLocal(ContainerFacts facts) {
    return facts.owner() != null && facts.owner().kind() == Owner.Kind.THREAD_LOCAL;
  }

  /** A container while its snapshots come in. */
  private static final class Growing {
    private final long id;
    private final PointList points = new PointList();
    private PointList insertions;
    private long zoomedSince;
    private SiblingSums.Sums group;
    private ContainerFacts last;
    private List<List<Frame>> stacks;
    private long lastSeen;
    private int snapshots;

    Growing(long id) {
      this.id = id;
    }

    void add(ContainerFacts facts, List<List<Frame>> table, long uptime) {
      points.addNewer(facts.history());
      if (facts.size() >= 0) {
        points.add(facts.sizeReadMillis(), facts.size());
      }
      if (facts.zoom() != null) {
        addInsertions(facts, uptime);
      }
      last = facts;
      stacks = table;
      lastSeen = uptime;
      snapshots++;
    }

    /** Few containers are zoomed; each time the zoom comes it counts from 0. */
    private void addInsertions(ContainerFacts facts, long uptime) {
      if (insertions == null || facts.zoom().sinceMillis() != zoomedSince) {
        insertions = new PointList();
        zoomedSince = facts.zoom().sinceMillis();
        insertions.add(zoomedSince, 0);
      }
      insertions.add(uptime, facts.insertions().stream().mapToLong(InsertionSite::count).sum());
    }

    ContainerSeries series(Service service) {
      points.cut(service.endOf(points));
      List<SizePoint> counted = insertions == null ? List.of() : insertions.view();
      boolean there = service.had(lastSeen, isThreadLocal(last));
      return new ContainerSeries(last, stacks, points.view(), counted, snapshots, lastSeen, there);
    }
  }
}
