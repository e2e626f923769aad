package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.catalogue.Catalogue;
import dev.heapdrift.analyzer.finding.Explanation;
import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Findings;
import dev.heapdrift.analyzer.finding.Outcome;
import dev.heapdrift.analyzer.finding.Verdict;
import dev.heapdrift.analyzer.series.NamePattern;
import dev.heapdrift.analyzer.series.Run;
import dev.heapdrift.analyzer.site.InstanceSuspects;
import dev.heapdrift.analyzer.site.SiteSuspects;
import dev.heapdrift.analyzer.trend.Trend;
import dev.heapdrift.analyzer.trend.Work;
import dev.heapdrift.snapshot.Drop;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/** Judges one run of one JVM. */
public final class Detection {
  /** Shortest run, in ms, that can be called clean: in less, nothing has had time to grow. */
  static final long MIN_RUN_MILLIS = 5_000;

  private final Run run;
  private final List<Judged> judged;
  private final List<Found> found = new ArrayList<>();

  /** Whether something still grows that could not be judged. */
  private boolean open;

  private Detection(Run run, List<String> include, Catalogue catalogue) {
    this.run = run;
    List<NamePattern> application = NamePattern.all(include);
    List<Judged> alone = Trends.of(Subjects.of(run), run);
    List<InstanceCase> instances = instances(run, alone, application);
    KnownGrowth known = new KnownGrowth(catalogue, instances);
    judged = alone.stream().map(known::doubted).toList();
    open = judged.stream().anyMatch(Detection::stillGrowing);
    HeapRoom room = HeapRoom.of(run);
    Work work = run.load().work();
    Function<Judged, Suspect> suspect = each -> Suspect.of(each, room, work, application);
    List<Suspect> suspects =
        Siblings.joined(judged).stream()
            .filter(j -> !(j.trend() instanceof Trend.Steady))
            .map(suspect)
            .toList();
    Explained explained = Explained.by(run, judged, instances);
    Corroborated both =
        Corroborated.of(
            CommonCause.explain(suspects),
            SiteSuspects.of(run).stream()
                .filter(pile -> !explained.explains(pile))
                .map(pile -> new SiteCase(pile, application, room, work))
                .toList(),
            each -> suspect.apply(known.doubted(each)));
    InstanceFindings unended = InstanceFindings.of(both.containers(), instances);
    both.containers().forEach(c -> add(c, known.noted(unended.finding(c))));
    unended.unheld(run, known).forEach(this::addSite);
    boolean leaking = explained.anyUnbounded() || both.anyUnbounded();
    SiteFindings.of(run, both.others(), leaking, known).forEach(this::addSite);
  }

  private static List<InstanceCase> instances(
      Run run, List<Judged> judged, List<NamePattern> application) {
    boolean undercounted = run.newest().drops().stream().anyMatch(Detection::isOfInstances);
    DoubleStream containers = judged.stream().mapToDouble(each -> each.trend().p());
    return InstanceSuspects.of(run, containers).stream()
        .map(suspect -> InstanceCase.of(suspect, run.load().work(), application, undercounted))
        .toList();
  }

  private static boolean isOfInstances(Drop drop) {
    return drop.bound().equals(Drop.INSTANCES_PASSED_OVER) && drop.count() > 0;
  }

  /**
   * The findings of a run, by rank.
   *
   * @param run its series
   * @param include which classes are the application's; empty for all outside the JDK
   * @param catalogue known growth
   */
  public static Findings of(Run run, List<String> include, Catalogue catalogue) {
    Detection detection = new Detection(run, include, catalogue);
    List<Finding> findings = Ranking.order(detection.found.stream().map(Found::finding).toList());
    return new Findings(
        detection.outcome(),
        findings,
        detection.judged.size(),
        detection.measured(),
        detection.open);
  }

  /**
   * Everything known about the findings of a run that have a fingerprint: seldom more than one.
   *
   * @param run its series
   * @param include which classes are the application's; empty for all outside the JDK
   * @param catalogue known growth
   * @param fingerprint in 16 hex digits
   * @return none where no finding has it
   */
  public static List<Explanation> explain(
      Run run, List<String> include, Catalogue catalogue, String fingerprint) {
    return new Detection(run, include, catalogue)
        .found.stream()
            .filter(found -> found.isNamed(fingerprint))
            .map(found -> found.explanation().get())
            .toList();
  }

  private void addSite(Found site) {
    open |= site.is(Verdict.INCONCLUSIVE);
    found.add(site);
  }

  private void add(Suspect suspect, Finding finding) {
    Found of = new Found(finding, () -> Explanations.of(run, suspect, finding, judged.size()));
    open |= suspect.unbounded() && of.is(Verdict.INCONCLUSIVE); // its detector had a doubt
    found.add(of);
  }

  private Outcome outcome() {
    if (found.stream().anyMatch(of -> of.is(Verdict.UNBOUNDED))) {
      return Outcome.LEAKS;
    }
    return open || !measured() ? Outcome.INCONCLUSIVE : Outcome.CLEAN;
  }

  private boolean measured() {
    return run.watchedMillis() >= MIN_RUN_MILLIS;
  }

  private static boolean stillGrowing(Judged judged) {
    return judged.trend() instanceof Trend.Inconclusive growing && growing.growing();
  }
}
