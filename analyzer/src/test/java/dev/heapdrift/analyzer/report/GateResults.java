package dev.heapdrift.analyzer.report;

import dev.heapdrift.analyzer.Analysis;
import dev.heapdrift.analyzer.catalogue.Match;
import dev.heapdrift.analyzer.gate.Baseline;
import dev.heapdrift.analyzer.gate.BaselineEntry;
import dev.heapdrift.analyzer.gate.Gate;
import dev.heapdrift.analyzer.gate.GateResult;
import dev.heapdrift.analyzer.gate.Suppression;
import dev.heapdrift.analyzer.gate.Suppressions;
import dev.heapdrift.analyzer.gate.Threshold;
import dev.heapdrift.analyzer.series.NamePattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Answers of the gate to report on. */
final class GateResults {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

  private GateResults() {}

  /** One new leak, one that has grown worse, and an entry of the baseline that meets nothing. */
  static GateResult failing() {
    return gate(
            Suppressions.NONE,
            entry("0011223344556677", 4.0, "Goes with <release 7>."),
            entry("deadbeefdeadbeef", null, "Once upon a time."))
        .apply(Analyses.leaks());
  }

  /** One leak that is known, and one that a rule leaves out. */
  static GateResult passing() {
    Match bus = new Match(List.of(NamePattern.of("com.app.Bus")), null);
    Suppression rule = new Suppression("listener-leak", bus, "The bus is ours.", "shop", null);
    return gate(
            new Suppressions(List.of(rule)),
            entry("3f2a9c0d11e4b7a6", 640.0, "Orders are kept until night."))
        .apply(Analyses.leaks());
  }

  static GateResult inconclusive() {
    return of(Analyses.inconclusive());
  }

  /** Nothing known. */
  static GateResult of(Analysis analysis) {
    return new Gate(Threshold.ANY, List.of(), Suppressions.NONE, 0.2, TODAY).apply(analysis);
  }

  /** Sources of which only Orders.java is here, below a project with a name of its own. */
  static SourcePlaces places(Path folder) throws IOException {
    Path sources = folder.resolve("the shop/src/main/java");
    Files.createDirectories(sources.resolve("com/app"));
    Files.writeString(sources.resolve("com/app/Orders.java"), "package com.app;\n");
    return new SourcePlaces(List.of(sources), folder);
  }

  private static Gate gate(Suppressions suppressions, BaselineEntry... known) {
    Baseline baseline = new Baseline(Baseline.FILE, List.of(known));
    return new Gate(Threshold.ANY, List.of(baseline), suppressions, 0.2, TODAY);
  }

  private static BaselineEntry entry(String fingerprint, Double slope, String reason) {
    return new BaselineEntry(
        fingerprint, null, "as it was", "unbounded", slope, null, reason, "shop", null);
  }
}
