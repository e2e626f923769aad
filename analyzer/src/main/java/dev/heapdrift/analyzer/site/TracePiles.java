package dev.heapdrift.analyzer.site;

import dev.heapdrift.analyzer.series.Load;
import dev.heapdrift.analyzer.series.Run;
import dev.heapdrift.analyzer.series.SiteSeries;
import dev.heapdrift.analyzer.trend.Curve;
import dev.heapdrift.analyzer.trend.FalseDiscovery;
import dev.heapdrift.analyzer.trend.Trend;
import dev.heapdrift.analyzer.trend.TrendJudge;
import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import dev.heapdrift.snapshot.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What tracing says of live objects, counted or estimated.
 *
 * @param unbounded what grows without bound
 * @param undecided methods near which an estimate is too rough to tell
 */
record TracePiles(List<SiteSuspect> unbounded, Set<String> undecided) {
  /**
   * Samples that must be alive at the end where objects are sampled: below, the error of the
   * estimate is a quarter of it, and a few objects look like a rise.
   */
  private static final long MIN_SAMPLES = 16;

  /** Objects of one line that one unit of work makes at most, for rates to tell. */
  private static final long MOST_PARTS = 4;

  /** Rates that differ by less than this part count as the same. */
  private static final double SAME_RATE = 0.05;

  private record JudgedSite(SiteSeries site, Trend trend) {}

  /**
   * What tracing says of a run.
   *
   * @param run the run
   * @param linked classes whose objects can hold each other
   */
  static TracePiles of(Run run, Set<String> linked) {
    List<SiteSeries> candidates = run.sites().stream().filter(TracePiles::worthJudging).toList();
    List<Trend> trends = candidates.parallelStream().map(s -> judge(s, run.load())).toList();
    double[] q = FalseDiscovery.adjust(trends.stream().mapToDouble(Trend::p).toArray());
    List<JudgedSite> unbounded = new ArrayList<>();
    Set<String> undecided = new HashSet<>();
    for (int i = 0; i < q.length; i++) {
      SiteSeries site = candidates.get(i);
      if (q[i] <= FalseDiscovery.SHARE && trends.get(i) instanceof Trend.Unbounded) {
        unbounded.add(new JudgedSite(site, trends.get(i)));
      } else if (!site.live().exact() && trends.get(i) instanceof Trend.Inconclusive) {
        undecided.addAll(near(site));
      }
    }
    unbounded.sort(
        Comparator.comparingLong((JudgedSite j) -> j.site().live().bytes())
            .reversed()
            .thenComparing(j -> j.site().stack().toString()));
    List<SiteSuspect> suspects =
        sameRate(Clusters.of(unbounded, j -> near(j.site()))).stream()
            .map(cluster -> suspect(cluster, linked))
            .toList();
    return new TracePiles(suspects, undecided);
  }

  private static Set<String> near(SiteSeries site) {
    return Nearness.methods(site.stack(), Nearness.REACH);
  }

  /**
   * Joins clusters of which nothing but their lines is known when they grow at the same rate, or
   * one twice to four times as fast as the other: so do the parts of an object, and where stacks
   * have a single frame nothing else shows that they are parts of one.
   */
  private static List<List<JudgedSite>> sameRate(List<List<JudgedSite>> clusters) {
    List<List<JudgedSite>> joined = new ArrayList<>();
    for (List<JudgedSite> cluster : clusters) {
      List<JudgedSite> same = null;
      for (List<JudgedSite> other : joined) {
        if (same == null && lineOnly(cluster) && lineOnly(other) && related(cluster, other)) {
          same = other;
        }
      }
      if (same == null) {
        joined.add(new ArrayList<>(cluster));
      } else {
        same.addAll(cluster);
      }
    }
    return joined;
  }

  private static boolean lineOnly(List<JudgedSite> cluster) {
    return cluster.stream().allMatch(judged -> judged.site().stack().size() == 1);
  }

  private static boolean related(List<JudgedSite> a, List<JudgedSite> b) {
    double rateA = a.get(0).trend().slope().perSecond();
    double rateB = b.get(0).trend().slope().perSecond();
    double ratio = Math.max(rateA, rateB) / Math.min(rateA, rateB);
    long times = Math.round(ratio);
    return times <= MOST_PARTS && Math.abs(ratio - times) <= SAME_RATE * times;
  }

  private static boolean worthJudging(SiteSeries site) {
    Estimate live = site.live();
    boolean enough = live.exact() || live.samples() >= MIN_SAMPLES;
    return enough && site.points().size() > 1;
  }

  private static Trend judge(SiteSeries site, Load load) {
    Curve curve = Curve.of(site.points());
    return TrendJudge.judge(curve, load.beside(curve));
  }

  /** The first of a cluster keeps most alive: its trend stands for all. */
  private static SiteSuspect suspect(List<JudgedSite> cluster, Set<String> linked) {
    List<Pile> piles =
        cluster.stream()
            .map(JudgedSite::site)
            .map(s -> new Pile(s.stack(), s.type(), linked.contains(s.type()), s.live().samples()))
            .toList();
    SiteSeries first = cluster.get(0).site();
    long bytes = cluster.stream().mapToLong(judged -> judged.site().live().bytes()).sum();
    double each = (double) bytes / first.live().count();
    List<SizePoint> points = first.points();
    return new SiteSuspect(piles, cluster.get(0).trend(), first.live().count(), each, points);
  }

  /** The classes, among survivors, whose objects can hold each other. */
  static Set<String> linkedTypes(Run run) {
    return run.survivors().survivors().stream()
        .filter(survivor -> survivor.linked())
        .map(survivor -> survivor.type())
        .collect(Collectors.toUnmodifiableSet());
  }
}
