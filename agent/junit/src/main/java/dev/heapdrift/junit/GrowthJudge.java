package dev.heapdrift.junit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Tells what grows from counts between rounds. Pure.
 *
 * <p>What leaks is more after every round than before it; a cache that is full, a table that was
 * made once, a pool that has its size is not. Counts are exact, so there is no noise but what other
 * threads and late clean-up make; these go down again.
 */
final class GrowthJudge {
  private static final Comparator<SiteGrowth> LARGEST =
      Comparator.comparingLong(SiteGrowth::bytes).thenComparingLong(SiteGrowth::added).reversed();

  private final double allowed;

  /**
   * Creates a judge.
   *
   * @param allowed objects of one site that may stay of each run on average
   */
  GrowthJudge(double allowed) {
    this.allowed = allowed;
  }

  /** What became more in every round by more than is allowed, largest first. */
  List<SiteGrowth> growing(List<Census> censuses) {
    Census last = censuses.get(censuses.size() - 1);
    List<SiteGrowth> growing = new ArrayList<>();
    for (Site site : last.counts().keySet()) {
      if (growsInEachRound(site, censuses)) {
        growing.add(growth(site, censuses));
      }
    }
    growing.sort(LARGEST);
    return growing;
  }

  /**
   * Those that have not gone back by half or more when the dust has settled: queues are drained,
   * cleaners have run.
   *
   * @param settled counted after the last round, without any further run
   */
  List<SiteGrowth> lasting(List<SiteGrowth> growing, Census settled) {
    return growing.stream()
        .filter(
            growth -> {
              long stays = settled.count(growth.site()).objects() - growth.objects().get(0);
              return 2 * stays > growth.added() && stays > allowed * settled.iterations();
            })
        .toList();
  }

  /**
   * Those that stood still while nothing ran: the others grow without the scenario, or have just
   * been emptied without it.
   */
  List<SiteGrowth> causedByRuns(List<SiteGrowth> growing, Census before, Census after) {
    return growing.stream()
        .filter(g -> after.count(g.site()).objects() == before.count(g.site()).objects())
        .toList();
  }

  private boolean growsInEachRound(Site site, List<Census> censuses) {
    for (int i = 1; i < censuses.size(); i++) {
      Census from = censuses.get(i - 1);
      Census to = censuses.get(i);
      long added = to.count(site).objects() - from.count(site).objects();
      if (added <= 0 || added <= allowed * (to.iterations() - from.iterations())) {
        return false;
      }
    }
    return true;
  }

  private static SiteGrowth growth(Site site, List<Census> censuses) {
    List<Long> objects = censuses.stream().map(c -> c.count(site).objects()).toList();
    List<Long> iterations = censuses.stream().map(Census::iterations).toList();
    long bytes =
        censuses.get(censuses.size() - 1).count(site).bytes() - censuses.get(0).count(site).bytes();
    return new SiteGrowth(site, iterations, objects, bytes);
  }
}
