package dev.heapdrift.junit;

import dev.heapdrift.analyzer.finding.Details;
import dev.heapdrift.analyzer.finding.Evidence;
import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Fingerprint;
import dev.heapdrift.analyzer.finding.Growth;
import dev.heapdrift.analyzer.finding.GrowthStack;
import dev.heapdrift.analyzer.finding.Kind;
import dev.heapdrift.analyzer.finding.Verdict;
import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.Owner;
import java.util.ArrayList;
import java.util.List;

/**
 * What one line leaves behind, as a finding of the analyzer. A unit of work is one run of the
 * scenario.
 */
final class GrowthFinding {
  private final List<Held> cause;
  private final Held held;
  private final SiteGrowth main;
  private final List<Long> times;
  private final double seconds;

  /**
   * Words a finding.
   *
   * @param cause lines of one cause, the one that tells most first
   * @param times JVM uptime of each count in ms
   */
  GrowthFinding(List<Held> cause, List<Long> times) {
    this.cause = cause;
    this.held = cause.get(0);
    this.main = held.main();
    this.times = times;
    this.seconds = (times.get(times.size() - 1) - times.get(0)) / 1000.0;
  }

  Finding finding() {
    Kind kind = held.owner() == null ? Kind.ALLOCATION_GROWTH : Kind.UNBOUNDED_COLLECTION;
    return new Finding.Plain(kind, details(kind));
  }

  private Details details(Kind kind) {
    String missing = missing();
    Frame site = main.site().line();
    return new Details(
        missing == null ? Verdict.UNBOUNDED : Verdict.INCONCLUSIVE,
        missing == null ? confidence() : 0,
        Fingerprint.of(kind, main.site().type(), held.holder(), site),
        title(),
        held.container(),
        site,
        null,
        List.of(new GrowthStack(null, main.added(), stack())),
        growth(),
        evidence(missing),
        series(),
        cause.stream().skip(1).map(Held::container).toList(),
        remedy(),
        List.of());
  }

  /** A sign test: how unlikely it is to have become more in every round by chance. */
  private double confidence() {
    return 1 - Math.pow(2, -main.rounds());
  }

  /** What would have to be known to call it a leak; null when nothing is missing. */
  private String missing() {
    Owner.Limit limit = held.owner() == null ? null : held.owner().limit();
    if (limit != null && limit.entries() < 0) {
      return limit.declaredBy() + " declares an end, which was not reached";
    }
    if (limit != null && main.live() <= limit.entries()) {
      return limit.declaredBy()
          + " declares an end at "
          + limit.entries()
          + " entries, which was not reached; warm up until it is, or lower it in this test";
    }
    return main.slowsDown()
        ? "it slows down, with no end seen; give it more warm-up or more time"
        : null;
  }

  private String title() {
    return LeakReport.number(main.perIteration())
        + ' '
        + main.site().type()
        + " stays of each iteration"
        + (held.path() == null ? "" : " in " + held.path())
        + ", allocated at "
        + main.site().line().print();
  }

  /** Down to the scenario: what lies below is the test framework's. */
  private List<Frame> stack() {
    List<Frame> frames = held.trace().traceback().frames();
    for (int i = 0; i < frames.size(); i++) {
      if (frames.get(i).className().equals(Scenario.class.getName())) {
        return frames.subList(0, i);
      }
    }
    return frames;
  }

  private Growth growth() {
    double perSecond = seconds > 0 ? main.added() / seconds : 0;
    double bytes = cause.stream().mapToLong(Held::bytes).sum();
    return new Growth(
        perSecond,
        null,
        seconds > 0 ? bytes / seconds : null,
        main.perIteration(),
        null,
        null,
        null);
  }

  private Evidence evidence(String missing) {
    String pattern =
        "more after each of "
            + main.rounds()
            + " rounds, "
            + main.iterations().get(main.iterations().size() - 1)
            + " iterations in all, counted after full collections";
    return new Evidence(times.size(), seconds, null, null, null, null, null, pattern, missing);
  }

  private List<SizePoint> series() {
    List<SizePoint> points = new ArrayList<>();
    int skipped = Math.max(0, times.size() - Details.MAX_POINTS);
    for (int i = skipped; i < times.size(); i++) {
      points.add(new SizePoint(times.get(i), main.objects().get(i)));
    }
    return points;
  }

  private String remedy() {
    String made = main.site().line().print();
    if (held.owner() == null) {
      return "Find out who keeps what " + made + " makes: no static field or thread was seen to.";
    }
    String by = held.holder() == null ? held.path() : held.holder();
    return "Take out of " + by + " what " + made + " makes, when the work it is for is done.";
  }
}
