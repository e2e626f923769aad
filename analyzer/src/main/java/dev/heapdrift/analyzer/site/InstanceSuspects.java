package dev.heapdrift.analyzer.site;

import dev.heapdrift.analyzer.series.InstanceSeries;
import dev.heapdrift.analyzer.series.Load;
import dev.heapdrift.analyzer.series.Run;
import dev.heapdrift.analyzer.trend.Curve;
import dev.heapdrift.analyzer.trend.FalseDiscovery;
import dev.heapdrift.analyzer.trend.Trend;
import dev.heapdrift.analyzer.trend.TrendJudge;
import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
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
 * found what holds most of a sample of them; or their series counts up to the last old collection,
 * which must be late enough and not the only one. See {@link Collected}.
 */
public final class InstanceSuspects {
  private InstanceSuspects() {}

  /**
   * A series and what is judged of it.
   *
   * @param series the series
   * @param points how many were live: threads at each reading, all others at each collection
   */
  private record Candidate(InstanceSeries series, List<SizePoint> points) {

    static Candidate of(InstanceSeries series, Collected collected) {
      Candidate all = new Candidate(series, series.points());
      return all.isOfThreads() ? all : new Candidate(series, collected.left(series.points()));
    }

    boolean isOfThreads() {
      return series.kind() == Kind.THREAD;
    }

    /** Whether the old ones are known to be live; who is told of cleanables holds the newest. */
    boolean isLive() {
      return isOfThreads() || (series.owner() != null && series.kind() != Kind.CLEANABLE);
    }
  }

  /**
   * The suspects of a run, kind by kind, and of each kind those with most instances first.
   *
   * @param run the run
   * @param others p values of the run's other candidates, among which these must stand out too
   */
  public static List<InstanceSuspect> of(Run run, DoubleStream others) {
    Collected collected = Collected.of(run);
    List<Candidate> candidates =
        run.instances().stream()
            .map(series -> Candidate.of(series, collected))
            .filter(candidate -> candidate.points().size() > 1)
            .toList();
    List<Trend> trends =
        candidates.stream().map(each -> judge(each, collected, run.load())).toList();
    double[] q =
        FalseDiscovery.adjust(
            DoubleStream.concat(trends.stream().mapToDouble(Trend::p), others).toArray());
    List<InstanceSuspect> suspects = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      Trend trend = trends.get(i);
      boolean unbounded = trend instanceof Trend.Unbounded && q[i] <= FalseDiscovery.SHARE;
      if (unbounded || (trend instanceof Trend.Inconclusive open && open.growing())) {
        suspects.add(suspect(candidates.get(i), trend));
      }
    }
    suspects.sort(
        Comparator.comparing(InstanceSuspect::kind)
            .thenComparing(suspect -> -suspect.suspect().objects()));
    return List.copyOf(suspects);
  }

  /** A rise is believed when it is known what holds them, or where old collections have seen it. */
  private static Trend judge(Candidate candidate, Collected collected, Load load) {
    Curve curve = Curve.of(candidate.points());
    Trend whole = TrendJudge.judge(curve, load.beside(curve));
    if (candidate.isLive() || !(whole instanceof Trend.Unbounded rise)) {
      return whole;
    }
    return collected
        .tested(curve)
        .map(tested -> TrendJudge.judge(tested, load.beside(tested)))
        .orElseGet(() -> untested(rise));
  }

  private static Trend untested(Trend.Unbounded rise) {
    return new Trend.Inconclusive(
        rise.slope(),
        true,
        rise.pattern(),
        "who holds them, or that at least "
            + HeapFloor.MIN_COLLECTIONS
            + " old collections, all along, leave them");
  }

  private static InstanceSuspect suspect(Candidate candidate, Trend trend) {
    InstanceSeries series = candidate.series();
    List<Pile> piles =
        series.stacks().stream()
            .map(made -> new Pile(made.stack(), series.type(), false, made.live()))
            .toList();
    double each = series.bytes() == 0 ? -1 : (double) series.bytes() / series.live();
    return new InstanceSuspect(
        series.kind(),
        new SiteSuspect(piles, trend, series.live(), each, candidate.points(), series.owner()));
  }
}
