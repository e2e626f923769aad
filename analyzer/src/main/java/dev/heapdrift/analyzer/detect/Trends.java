package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.series.ContainerSeries;
import dev.heapdrift.analyzer.series.Run;
import dev.heapdrift.analyzer.trend.Check;
import dev.heapdrift.analyzer.trend.Curve;
import dev.heapdrift.analyzer.trend.FalseDiscovery;
import dev.heapdrift.analyzer.trend.Observation;
import dev.heapdrift.analyzer.trend.Trend;
import dev.heapdrift.analyzer.trend.TrendChecks;
import dev.heapdrift.analyzer.trend.TrendJudge;
import dev.heapdrift.snapshot.ContainerFacts;
import java.util.ArrayList;
import java.util.List;

/** Judges all subjects of a run, each alone and then all together. */
final class Trends {
  /** Structures without a capacity are noticed again after at most so many further entries. */
  private static final long NOTICE_STEP = 1024;

  private Trends() {}

  static List<Judged> of(List<Subject> subjects, Run run) {
    Predecessors predecessors = Predecessors.of(run);
    List<Trend> trends = subjects.parallelStream().map(subject -> judge(subject, run)).toList();
    double[] q = FalseDiscovery.adjust(trends.stream().mapToDouble(Trend::p).toArray());
    List<Judged> judged = new ArrayList<>();
    for (int i = 0; i < q.length; i++) {
      Subject subject = subjects.get(i);
      Trend alone = trends.get(i);
      Trend together = q[i] <= FalseDiscovery.SHARE ? alone : amongMany(alone, q.length);
      Trend doubted = predecessors.doubt(subject, together, run.until());
      Trend limited = DeclaredLimit.doubt(subject, doubted);
      judged.add(new Judged(subject, Turnover.doubt(subject, limited)));
    }
    return List.copyOf(judged);
  }

  private static Trend judge(Subject subject, Run run) {
    return subject.points().size() < 2
        ? unread(subject, run.until())
        : TrendJudge.judge(Curve.of(subject.points()), observation(subject, run));
  }

  /** The tests that a subject was put to; one alone when its size was hardly read. */
  static List<Check> checks(Subject subject, Run run) {
    if (subject.points().size() < 2) {
      String seen = "its size was read " + subject.points().size() + " times";
      return List.of(new Check("readings", seen, "a series", false));
    }
    return TrendChecks.of(Curve.of(subject.points()), observation(subject, run));
  }

  private static Observation observation(Subject subject, Run run) {
    return run.load().beside(run.until(), capacity(subject));
  }

  /** A rise that is not rare among so many candidates. */
  private static Trend amongMany(Trend alone, int candidates) {
    if (alone instanceof Trend.Unbounded rise) {
      return new Trend.Inconclusive(
          rise.slope(),
          true,
          rise.pattern(),
          "a rise clear enough to stand out among "
              + candidates
              + " candidates; take more snapshots, for longer");
    }
    return alone;
  }

  /** A container that grew and whose size was never read. */
  private static Trend unread(Subject subject, double until) {
    ContainerFacts facts = subject.facts();
    double age = until - facts.noticedMillis() / 1000.0;
    if (until - facts.lastGrowthMillis() / 1000.0 > age / 2) {
      return new Trend.Steady(null, "has not grown for more than half of the observation");
    }
    return new Trend.Inconclusive(
        null,
        true,
        "grew " + facts.growths() + " times, its size was not read",
        "readings of its size; take snapshots more often or for longer");
  }

  private static double capacity(Subject subject) {
    double capacity = 0;
    for (ContainerSeries member : subject.members()) {
      capacity += Math.max(member.last().capacity(), member.size() + NOTICE_STEP);
    }
    return capacity;
  }
}
