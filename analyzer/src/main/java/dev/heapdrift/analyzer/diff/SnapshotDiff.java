package dev.heapdrift.analyzer.diff;

import dev.heapdrift.analyzer.series.SnapshotHead;
import dev.heapdrift.snapshot.ContainerFacts;
import dev.heapdrift.snapshot.ContainerFacts.GrowthSite;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares two snapshots: a full outer join of their groups.
 *
 * <p>What a container holds is split over its growth stacks in proportion to their growths. Within
 * one JVM the newer snapshot's proportions are used for both sides, so that a container that did
 * not change does not seem to have moved from one line to another.
 */
public final class SnapshotDiff {
  private final Keys keys;
  private final Map<Key, Amount> before = new LinkedHashMap<>();
  private final Map<Key, Amount> after = new LinkedHashMap<>();

  private SnapshotDiff(Keys keys) {
    this.keys = keys;
  }

  /**
   * Compares.
   *
   * @param from the older snapshot
   * @param to the newer one
   * @param query how to group and what to leave out
   * @throws IllegalArgumentException in one line, when the query does not fit the snapshots
   */
  public static Diff of(Snapshot from, Snapshot to, DiffQuery query) {
    boolean sameJvm = from.jvm().startId().equals(to.jvm().startId());
    check(from, to, query, sameJvm);
    SnapshotDiff diff = new SnapshotDiff(new Keys(query, from, to));
    Map<Long, ContainerFacts> newer = sameJvm ? byId(to) : Map.of();
    for (ContainerFacts container : from.containers()) {
      ContainerFacts later = newer.get(container.id());
      if (later == null) {
        diff.add(diff.before, container, container, from);
      } else {
        diff.add(diff.before, container, later, to);
      }
    }
    for (ContainerFacts container : to.containers()) {
      diff.add(diff.after, container, container, to);
    }
    return new Diff(SnapshotHead.of(from), SnapshotHead.of(to), query.groupBy(), diff.rows());
  }

  private static void check(Snapshot from, Snapshot to, DiffQuery query, boolean sameJvm) {
    if (query.groupBy() == GroupBy.CONTAINER && !sameJvm) {
      throw new IllegalArgumentException(
          "containers of different JVMs cannot be compared; group by line or owner");
    }
    if (!query.cumulative()) {
      return;
    }
    if (!query.groupBy().byFrame()) {
      throw new IllegalArgumentException(
          "cumulative goes with line, method, class or package only");
    }
    if ("1".equals(to.agent().options().get("frames"))
        || "1".equals(from.agent().options().get("frames"))) {
      throw new IllegalArgumentException(
          "cumulative needs stacks of more than one frame; the agent ran with frames=1");
    }
  }

  // A container that was never read is in no row: nothing is known of it.
  private void add(
      Map<Key, Amount> side, ContainerFacts container, ContainerFacts shares, Snapshot tables) {
    long entries = container.latestSize();
    if (entries < 0) {
      return;
    }
    List<GrowthSite> sites = shares.growthSites();
    long weights = sites.stream().mapToLong(GrowthSite::growths).sum();
    if (weights <= 0) {
      add(side, container, shares, List.of(), entries);
      return;
    }
    long weight = 0;
    long given = 0;
    for (GrowthSite site : sites) {
      weight += site.growths();
      long upTo = Math.round((double) entries * weight / weights);
      add(side, container, shares, tables.stacks().get(site.stack()), upTo - given);
      given = upTo;
    }
  }

  private void add(
      Map<Key, Amount> side,
      ContainerFacts container,
      ContainerFacts named,
      List<Frame> stack,
      long entries) {
    double bytesPerEntry = container.bytesPerEntry();
    boolean measured = bytesPerEntry >= 0;
    Amount amount =
        new Amount(measured ? Math.round(bytesPerEntry * entries) : 0, entries, measured);
    for (Key key : keys.of(named, stack)) {
      side.merge(key, amount, Amount::plus);
    }
  }

  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    after.forEach(
        (key, amount) -> rows.add(new Row(key, before.getOrDefault(key, Amount.NOTHING), amount)));
    before.forEach(
        (key, amount) -> {
          if (!after.containsKey(key)) {
            rows.add(new Row(key, amount, Amount.NOTHING));
          }
        });
    rows.sort(Row.ORDER);
    return List.copyOf(rows);
  }

  private static Map<Long, ContainerFacts> byId(Snapshot snapshot) {
    Map<Long, ContainerFacts> byId = new HashMap<>();
    snapshot.containers().forEach(container -> byId.put(container.id(), container));
    return byId;
  }
}
