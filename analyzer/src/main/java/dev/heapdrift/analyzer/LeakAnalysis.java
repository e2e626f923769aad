package dev.heapdrift.analyzer;

import dev.heapdrift.analyzer.catalogue.Catalogue;
import dev.heapdrift.analyzer.detect.Detection;
import dev.heapdrift.analyzer.finding.Details;
import dev.heapdrift.analyzer.finding.Explanation;
import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Findings;
import dev.heapdrift.analyzer.finding.Outcome;
import dev.heapdrift.analyzer.finding.Verdict;
import dev.heapdrift.analyzer.series.NamePattern;
import dev.heapdrift.analyzer.series.Run;
import dev.heapdrift.analyzer.series.SnapshotFiles;
import dev.heapdrift.analyzer.series.SnapshotHead;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The way from files to findings, stage by stage. */
public final class LeakAnalysis {
  private final List<String> include;
  private final List<NamePattern> exclude;
  private final Catalogue catalogue;

  /** An analysis with filters, and the catalogue of known growth that is built in. */
  public LeakAnalysis(List<String> include, List<String> exclude) {
    this(include, exclude, Catalogue.builtIn());
  }

  /**
   * An analysis with filters.
   *
   * @param include patterns of the classes whose frames count as the application's; none for all
   *     but the JDK's
   * @param exclude patterns of classes; findings that they fill or hold are left out
   * @param catalogue known growth
   */
  public LeakAnalysis(List<String> include, List<String> exclude, Catalogue catalogue) {
    this.include = List.copyOf(include);
    this.exclude = NamePattern.all(exclude);
    this.catalogue = catalogue;
  }

  /**
   * Analyses all snapshots in folders and files. Nothing is thrown for a bad file: see {@link
   * Analysis#unreadable()}.
   *
   * @param paths folders and files
   * @param progress hears of each file
   */
  public Analysis analyse(List<Path> paths, SnapshotFiles.Progress progress) {
    return analyse(SnapshotFiles.read(paths, progress));
  }

  /** Analyses snapshots that were read. */
  public Analysis analyse(SnapshotFiles files) {
    List<Findings> judged = files.runs().stream().map(this::judge).toList();
    List<Finding> findings = ranked(judged);
    return new Analysis(
        outcome(judged, findings),
        watched(files.runs(), judged),
        files.unreadable(),
        findings,
        judged.stream().mapToInt(Findings::judged).sum(),
        notSeen(files.runs()),
        drops(files.runs()));
  }

  /**
   * Everything known about the findings with a fingerprint, in the order of their JVMs' starts.
   *
   * @param files snapshots that were read
   * @param fingerprint as a report prints it
   * @return empty when no finding has it
   */
  public List<Explanation> explain(SnapshotFiles files, String fingerprint) {
    return files.runs().stream()
        .flatMap(run -> Detection.explain(run, include, catalogue, fingerprint).stream())
        .filter(explanation -> wanted(explanation.finding()))
        .toList();
  }

  // Trend, detectors and ranking of one JVM; a series never crosses JVMs.
  private Findings judge(Run run) {
    Findings all = Detection.of(run, include, catalogue);
    List<Finding> wanted = all.list().stream().filter(this::wanted).toList();
    boolean same = wanted.size() == all.list().size();
    boolean leaked = all.outcome() == Outcome.LEAKS;
    Outcome outcome = leaked && !same ? Outcome.of(wanted) : all.outcome();
    return new Findings(outcome, wanted, all.judged(), all.measured(), all.open());
  }

  private boolean wanted(Finding finding) {
    Details details = finding.details();
    List<String> names = new ArrayList<>();
    names.add(details.container().type());
    if (details.container().holder() != null) {
      names.add(details.container().holder());
    }
    if (details.insertionSite() != null) {
      names.add(details.insertionSite().className());
    }
    return names.stream().noneMatch(name -> NamePattern.any(exclude, name));
  }

  private static boolean has(List<Finding> findings, Verdict verdict) {
    return findings.stream().anyMatch(finding -> finding.verdict() == verdict);
  }

  // Leaks go before doubts: a leak in one run is not excused by too little data in another.
  private static Outcome outcome(List<Findings> judged, List<Finding> findings) {
    if (has(findings, Verdict.UNBOUNDED)) {
      return Outcome.LEAKS;
    }
    boolean clean =
        !judged.isEmpty() && judged.stream().allMatch(f -> f.outcome() == Outcome.CLEAN);
    return clean ? Outcome.CLEAN : Outcome.INCONCLUSIVE;
  }

  // Each run's findings are ranked already: merged by verdict and place.
  private static List<Finding> ranked(List<Findings> judged) {
    record Placed(Finding finding, int place) {}
    List<Placed> all = new ArrayList<>();
    for (Findings findings : judged) {
      for (int i = 0; i < findings.list().size(); i++) {
        all.add(new Placed(findings.list().get(i), i));
      }
    }
    all.sort(
        Comparator.comparingInt((Placed placed) -> order(placed.finding().verdict()))
            .thenComparingInt(Placed::place));
    return all.stream().map(Placed::finding).toList();
  }

  private static int order(Verdict verdict) {
    return switch (verdict) {
      case UNBOUNDED -> 0;
      case INCONCLUSIVE -> 1;
      case SAWTOOTH -> 2;
      case SATURATING -> 3;
    };
  }

  private static List<Analysis.WatchedRun> watched(List<Run> runs, List<Findings> judged) {
    List<Analysis.WatchedRun> watched = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      watched.add(watched(runs.get(i), judged.get(i)));
    }
    return watched;
  }

  private static Analysis.WatchedRun watched(Run run, Findings findings) {
    SnapshotHead newest = run.newest();
    return new Analysis.WatchedRun(
        newest.jvm(),
        newest.agent().level(),
        run.snapshots().size(),
        run.watchedMillis() / 1000.0,
        findings);
  }

  private static List<String> notSeen(List<Run> runs) {
    return runs.stream().flatMap(run -> run.newest().notSeen().stream()).distinct().toList();
  }

  // Counts go on from snapshot to snapshot: the newest holds the sum of its run.
  private static SortedMap<String, Long> drops(List<Run> runs) {
    SortedMap<String, Long> drops = new TreeMap<>();
    for (Run run : runs) {
      run.newest().drops().forEach(drop -> drops.merge(drop.bound(), drop.count(), Long::sum));
    }
    return drops;
  }
}
