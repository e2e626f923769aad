package dev.heapdrift.junit;

import dev.heapdrift.analyzer.Analysis;
import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Findings;
import dev.heapdrift.analyzer.finding.Outcome;
import dev.heapdrift.analyzer.finding.Verdict;
import dev.heapdrift.analyzer.report.HtmlReport;
import dev.heapdrift.analyzer.report.Style;
import dev.heapdrift.analyzer.report.TextReport;
import dev.heapdrift.snapshot.Drop;
import dev.heapdrift.snapshot.Snapshot;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Words what grows as findings of the analyzer, prints them as it does, and keeps the evidence. */
final class LeakReport {
  /** Findings in full; others are counted. */
  private static final int FINDINGS = 5;

  private final String name;
  private final List<Census> censuses;
  private final Snapshot newest;
  private final double seconds;

  LeakReport(String name, List<Census> censuses) {
    this.name = name;
    this.censuses = censuses;
    this.newest = censuses.get(censuses.size() - 1).snapshot().contents();
    this.seconds = (newest.capture().uptimeMillis() - times().get(0)) / 1000.0;
  }

  /** One line on what grows, for a sentence. */
  static String line(SiteGrowth growth) {
    return growth.site().type()
        + " allocated at "
        + growth.site().line().print()
        + " grows by "
        + number(growth.perIteration())
        + " an iteration";
  }

  /** {@code 1}, {@code 0.25}. */
  static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.2f", value);
  }

  /** Leaks where anything grows without an end in sight, else what speaks against calling it so. */
  LeakVerdict verdict(List<SiteGrowth> growing) {
    OwnerSearch owners = new OwnerSearch(censuses);
    List<Held> lines = byLine(growing).values().stream().map(owners::of).toList();
    List<Finding> findings =
        Causes.of(lines).stream()
            .map(cause -> new GrowthFinding(cause, times()).finding())
            .toList();
    List<Finding> leaks =
        findings.stream().filter(finding -> finding.verdict() == Verdict.UNBOUNDED).toList();
    return leaks.isEmpty()
        ? new LeakVerdict.Inconclusive(
            line(lines.get(0).main()) + "; " + findings.get(0).details().evidence().missing())
        : new LeakVerdict.Leaks(kept(analysis(leaks, growing.size())));
  }

  /** What one line allocates is one finding. */
  private static Map<String, List<SiteGrowth>> byLine(List<SiteGrowth> growing) {
    Map<String, List<SiteGrowth>> lines = new LinkedHashMap<>();
    for (SiteGrowth growth : growing) {
      lines.computeIfAbsent(growth.site().line().print(), line -> new ArrayList<>()).add(growth);
    }
    return lines;
  }

  private Analysis analysis(List<Finding> leaks, int judged) {
    SortedMap<String, Long> drops = new TreeMap<>();
    for (Drop drop : newest.drops()) {
      drops.put(drop.bound(), drop.count());
    }
    Analysis.WatchedRun run =
        new Analysis.WatchedRun(
            newest.jvm(),
            newest.agent().level(),
            censuses.size(),
            seconds,
            new Findings(Outcome.LEAKS, leaks, judged, /* measured= */ true, /* open= */ false));
    return new Analysis(
        Outcome.LEAKS, List.of(run), List.of(), leaks, judged, newest.notSeen(), drops);
  }

  /** The text for the failure; it tells where it, a page of the same and the snapshots are kept. */
  private String kept(Analysis analysis) {
    String text =
        name
            + '\n'
            + printed(out -> new TextReport(Style.PLAIN, FINDINGS, false).write(analysis, out));
    String page = printed(out -> HtmlReport.write(name, analysis, out));
    try {
      Path folder = Artefacts.write(name, censuses, text, page);
      return text + "kept in      " + folder.toAbsolutePath() + '\n';
    } catch (IOException e) {
      return text + "not kept     " + e + '\n';
    }
  }

  private static String printed(Consumer<PrintWriter> report) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    report.accept(out);
    out.flush();
    return text.toString();
  }

  private List<Long> times() {
    return censuses.stream()
        .map(census -> census.snapshot().contents().capture().uptimeMillis())
        .toList();
  }
}
