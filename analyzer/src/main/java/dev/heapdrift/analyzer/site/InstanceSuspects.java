package dev.heapdrift.analyzer.site;

import dev.heapdrift.analyzer.series.InstanceSeries;
import dev.heapdrift.analyzer.series.Run;
import dev.heapdrift.analyzer.trend.Curve;
import dev.heapdrift.analyzer.trend.FalseDiscovery;
import dev.heapdrift.analyzer.trend.Observation;
import dev.heapdrift.analyzer.trend.Trend;
import dev.heapdrift.analyzer.trend.TrendJudge;
import dev.heapdrift.snapshot.GcFacts.Generation;
import dev.heapdrift.snapshot.InstanceFacts.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Lines that make ever more threads, class loaders, buffers or resources that stay.
 *
 * <p>A thread that has not ended is live. All others may be garbage that no collection has met, and
 * class loaders, like all that has grown old, are met by old collections only. Either the agent has
 * found what holds most of a sample of them; or their series counts up to the first reading after
 * the last old collection, which must be late enough and not the only one: so what rises is tested.
 */
public final class InstanceSuspects {
  /** Share of false discoveries that a run may have on average. */
  private static final double FALSE_DISCOVERIES = 0.01;

  /** Part of the time that old collections must have tested. */
  private static final double TESTED = 0.5;

  private InstanceSuspects() {}

  /**
   * The suspects of a run, kind by kind, and of each kind those with most instances first.
   *
   * @param run the run
   * @param busyUntil JVM uptime in seconds until which it was at work, NaN when not known
   * @param others p values of the run's other candidates, among which these must stand out too
   */
  public static List<InstanceSuspect> of(Run run, double busyUntil, DoubleStream others) {
    double[] old = oldCollections(run);
    List<InstanceSeries> candidates =
        run.instances().stream().filter(series -> series.points().size() > 1).toList();
    List<Trend> trends = candidates.stream().map(each -> judge(each, old, busyUntil)).toList();
    double[] q =
        FalseDiscovery.adjust(
            DoubleStream.concat(trends.stream().mapToDouble(Trend::p), others).toArray());
    List<InstanceSuspect> suspects = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      Trend trend = trends.get(i);
      boolean unbounded = trend instanceof Trend.Unbounded && q[i] <= FALSE_DISCOVERIES;
      if (unbounded || (trend instanceof Trend.Inconclusive open && open.growing())) {
        suspects.add(suspect(candidates.get(i), trend));
      }
    }
    suspects.sort(
        Comparator.comparing(InstanceSuspect::kind)
            .thenComparing(suspect -> -suspect.suspect().objects()));
    return List.copyOf(suspects);
  }

  private static double[] oldCollections(Run run) {
    return run.gcs().stream()
        .filter(gc -> gc.generation() == Generation.OLD)
        .mapToDouble(gc -> gc.uptimeMillis() / 1000.0)
        .toArray();
  }

  private static Trend judge(InstanceSeries series, double[] old, double busyUntil) {
    Curve all = Curve.of(series.points());
    Trend whole = judge(all, busyUntil);
    boolean live = series.kind() == Kind.THREAD || series.owner() != null;
    if (live || !(whole instanceof Trend.Unbounded rise)) {
      return whole;
    }
    double tested = all.start();
    int collections = 0;
    for (double end : old) {
      double read = firstReading(all, end);
      if (end >= all.start() && read <= all.end()) {
        tested = read;
        collections++;
      }
    }
    boolean enough =
        collections >= Tested.MIN_COLLECTIONS && tested - all.start() >= all.span() * TESTED;
    return enough ? judge(all.until(tested), busyUntil) : untested(rise, collections);
  }

  private static Trend judge(Curve curve, double busyUntil) {
    return TrendJudge.judge(
        curve, new Observation(curve.end(), busyUntil, Double.POSITIVE_INFINITY));
  }

  /** Time of the first reading from a time on; infinite without one. */
  private static double firstReading(Curve curve, double from) {
    return curve.end() < from ? Double.POSITIVE_INFINITY : curve.from(from).start();
  }

  private static Trend untested(Trend.Unbounded rise, int collections) {
    return new Trend.Inconclusive(
        rise.slope(),
        true,
        rise.pattern(),
        "who holds them, or old collections that leave them, all along; "
            + collections
            + " were seen");
  }

  private static InstanceSuspect suspect(InstanceSeries series, Trend trend) {
    List<Pile> piles =
        series.stacks().stream()
            .map(made -> new Pile(made.stack(), series.type(), false, made.live()))
            .toList();
    double each = series.bytes() == 0 ? -1 : (double) series.bytes() / series.live();
    return new InstanceSuspect(
        series.kind(),
        new SiteSuspect(piles, trend, series.live(), each, series.points(), series.owner()));
  }
}
