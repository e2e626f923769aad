package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Container;
import dev.heapdrift.analyzer.finding.Details;
import dev.heapdrift.analyzer.finding.Evidence;
import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Fingerprint;
import dev.heapdrift.analyzer.finding.Growth;
import dev.heapdrift.analyzer.finding.Kind;
import dev.heapdrift.analyzer.finding.Verdict;
import dev.heapdrift.analyzer.series.NamePattern;
import dev.heapdrift.analyzer.trend.Trend;
import dev.heapdrift.analyzer.trend.Work;
import dev.heapdrift.snapshot.ContainerFacts;
import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import dev.heapdrift.snapshot.Owner;
import java.util.List;

/**
 * What a detector looks at: something that has grown, with all that is known of it.
 *
 * @param subject the container or the group of siblings
 * @param trend what its series says
 * @param sites where entries come in
 * @param usage how it is used besides
 * @param growth how fast
 * @param alongside others that it explains
 */
record Suspect(
    Subject subject,
    Trend trend,
    Sites sites,
    Usage usage,
    Growth growth,
    List<Container> alongside) {

  /** What an unknown owner takes off the confidence: it may be a local variable of a long task. */
  private static final double OWNER_UNKNOWN = 0.9;

  static Suspect of(Judged judged, HeapRoom room, Work work, List<NamePattern> application) {
    Subject subject = judged.subject();
    return new Suspect(
        subject,
        judged.trend(),
        Sites.of(subject.members(), application),
        Usage.of(subject.members()),
        Rates.of(judged, room, work),
        List.of());
  }

  ContainerFacts facts() {
    return subject.facts();
  }

  /** Its owner's path, or an empty string. */
  String path() {
    Owner owner = facts().owner();
    return owner == null ? "" : owner.path();
  }

  boolean unbounded() {
    return trend instanceof Trend.Unbounded;
  }

  Suspect with(List<Container> explained) {
    return new Suspect(subject, trend, sites, usage, growth, explained);
  }

  /** The same, when something speaks against its being unbounded that the series cannot show. */
  Suspect doubted(String missing) {
    Trend less = new Trend.Inconclusive(trend.slope(), false, trend.pattern(), missing);
    return new Suspect(subject, less, sites, usage, growth, alongside);
  }

  Container container() {
    return new Container(
        facts().type(),
        path().isEmpty() ? null : path(),
        subject.holder(),
        subject.size(),
        subject.members().size(),
        facts().elements());
  }

  /** What every finding tells of it. */
  Details details(Kind kind, String title, String remedy) {
    return new Details(
        verdict(),
        confidence(),
        Fingerprint.of(kind, facts().type(), subject.holder(), sites.insertion()),
        title,
        container(),
        sites.insertion(),
        sites.application(),
        sites.stacks(),
        growth,
        evidence(),
        Points.decimated(subject.points()),
        alongside,
        Wording.remedy(verdict(), remedy),
        List.of());
  }

  /** The finding, of a kind that has nothing else to tell. */
  Finding finding(Kind kind, String title, String remedy) {
    return new Finding.Plain(kind, details(kind, title, remedy));
  }

  Verdict verdict() {
    if (trend instanceof Trend.Unbounded) {
      return Verdict.UNBOUNDED;
    }
    if (trend instanceof Trend.Saturating) {
      return Verdict.SATURATING;
    }
    return trend instanceof Trend.Sawtooth ? Verdict.SAWTOOTH : Verdict.INCONCLUSIVE;
  }

  /** Confidence in the verdict; 0 where nothing is claimed. */
  private double confidence() {
    if (trend instanceof Trend.Unbounded unbounded) {
      return unbounded.confidence() * (path().isEmpty() ? OWNER_UNKNOWN : 1);
    }
    if (trend instanceof Trend.Saturating saturating) {
      return saturating.confidence();
    }
    return trend instanceof Trend.Sawtooth sawtooth ? sawtooth.confidence() : 0;
  }

  private Evidence evidence() {
    List<SizePoint> points = subject.points();
    int readings = subject.members().stream().mapToInt(m -> m.points().size()).sum();
    String missing = trend instanceof Trend.Inconclusive open ? open.missing() : null;
    return new Evidence(
        readings,
        Points.spanSeconds(points),
        sites.insertions(),
        usage.removals(),
        usage.failedRemovals(),
        usage.hits(),
        usage.counterpart(),
        trend.pattern(),
        missing);
  }
}
