package dev.heapdrift.analyzer.gate;

import dev.heapdrift.analyzer.Analysis;
import dev.heapdrift.analyzer.Analysis.WatchedRun;
import dev.heapdrift.analyzer.finding.Container;
import dev.heapdrift.analyzer.finding.Details;
import dev.heapdrift.analyzer.finding.Evidence;
import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Findings;
import dev.heapdrift.analyzer.finding.Growth;
import dev.heapdrift.analyzer.finding.Interval;
import dev.heapdrift.analyzer.finding.Kind;
import dev.heapdrift.analyzer.finding.Outcome;
import dev.heapdrift.analyzer.finding.Verdict;
import dev.heapdrift.analyzer.testing.Frames;
import dev.heapdrift.snapshot.JvmFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/** Findings and analyses of which only what the gate looks at is chosen. */
final class GateCases {
  static final LocalDate TODAY = LocalDate.of(2026, 3, 31);
  static final String ONE = "1111111111111111";
  static final String TWO = "2222222222222222";

  private GateCases() {}

  /** A map of {@code com.app.Orders} that grows so fast, give or take a hundredth. */
  static Finding leak(String fingerprint, double slope) {
    return finding(fingerprint, Verdict.UNBOUNDED, growth(slope, null));
  }

  static Finding open(String fingerprint) {
    return finding(fingerprint, Verdict.INCONCLUSIVE, Growth.UNMEASURED);
  }

  static Growth growth(double slope, Double perWork) {
    Interval interval = new Interval(slope * 0.99, slope * 1.01);
    return new Growth(slope, interval, slope * 100, perWork, null, null, null);
  }

  static Finding finding(String fingerprint, Verdict verdict, Growth growth) {
    return new Finding.Plain(
        Kind.UNBOUNDED_COLLECTION,
        new Details(
            verdict,
            0.9,
            fingerprint,
            "HashMap com.app.Orders.CACHE grows",
            new Container(
                "java.util.HashMap",
                "static com.app.Orders.CACHE",
                "com.app.Orders.CACHE",
                9,
                1,
                List.of()),
            Frames.parse("com.app.Orders.find(Orders.java:42)"),
            null,
            List.of(),
            growth,
            new Evidence(60, 59.0, null, null, null, null, null, null, "more time"),
            List.of(),
            List.of(),
            "Bound it.",
            List.of()));
  }

  /** One JVM that was watched for long enough. */
  static Analysis analysis(Finding... findings) {
    boolean open = List.of(findings).stream().anyMatch(f -> f.verdict() == Verdict.INCONCLUSIVE);
    return analysis(true, open, findings);
  }

  static Analysis analysis(boolean measured, boolean open, Finding... findings) {
    List<Finding> list = List.of(findings);
    Outcome outcome = measured && !open ? Outcome.of(list) : Outcome.INCONCLUSIVE;
    JvmFacts jvm = new JvmFacts("jvm1", 1L, "17.0.15", "OpenJDK", "G1", 512L << 20, 2);
    Findings run = new Findings(outcome, list, list.size(), measured, open);
    return new Analysis(
        outcome,
        List.of(new WatchedRun(jvm, "watch", 60, 60, run)),
        List.of(),
        list,
        list.size(),
        List.of(),
        new TreeMap<>());
  }

  static BaselineEntry entry(String fingerprint, Double slope, String expires) {
    return new BaselineEntry(
        fingerprint, null, null, "unbounded", slope, null, "known", "team", expires);
  }

  static Gate gate(BaselineEntry... known) {
    Baseline baseline = new Baseline(Baseline.FILE, List.of(known));
    return new Gate(
        Threshold.ANY,
        known.length == 0 ? List.of() : List.of(baseline),
        Suppressions.NONE,
        0.2,
        TODAY);
  }
}
