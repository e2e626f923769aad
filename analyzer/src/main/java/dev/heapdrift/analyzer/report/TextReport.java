package dev.heapdrift.analyzer.report;

import dev.heapdrift.analyzer.Analysis;
import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Verdict;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * The report for people.
 *
 * @param style what their terminal can show
 * @param limit findings printed at most
 * @param all whether to print also what grew without leaking
 */
public record TextReport(Style style, int limit, boolean all) {

  /** Writes the report. */
  public void write(Analysis analysis, PrintWriter writer) {
    TextOut out = new TextOut(writer);
    List<Finding> shown = shown(analysis);
    out.line(headline(analysis));
    FindingText text = new FindingText(style, out);
    for (int i = 0; i < Math.min(limit, shown.size()); i++) {
      out.blank();
      text.write(i + 1, shown.get(i));
    }
    if (shown.size() > limit) {
      out.blank();
      out.line("... " + (shown.size() - limit) + " more findings (--limit)");
    }
    out.blank();
    footer(analysis, shown, out);
  }

  // Without leaks, the open questions are what the reader came for.
  private List<Finding> shown(Analysis analysis) {
    if (all) {
      return analysis.findings();
    }
    List<Finding> leaks = with(analysis, Verdict.UNBOUNDED);
    return leaks.isEmpty() ? with(analysis, Verdict.INCONCLUSIVE) : leaks;
  }

  private static List<Finding> with(Analysis analysis, Verdict verdict) {
    return analysis.findings().stream().filter(f -> f.verdict() == verdict).toList();
  }

  private String headline(Analysis analysis) {
    int leaks = with(analysis, Verdict.UNBOUNDED).size();
    String answer =
        switch (analysis.outcome()) {
          case LEAKS -> style.red(Quantity.counted(leaks, "leak"));
          case CLEAN -> style.green("no leak");
          case INCONCLUSIVE -> style.yellow("inconclusive");
        };
    return style.strong("heapdrift: ")
        + answer
        + " in "
        + Quantity.counted(analysis.snapshots(), "snapshot")
        + " over "
        + Quantity.duration(analysis.spanSeconds());
  }

  private void footer(Analysis analysis, List<Finding> shown, TextOut out) {
    measured(analysis, others(analysis, shown), out);
  }

  /** What was watched, and what was not; what grew without being shown, where that is not empty. */
  static void measured(Analysis analysis, String others, TextOut out) {
    for (Fact fact : MeasuredFacts.of(analysis, others)) {
      out.labelled(String.format("%-12s ", fact.label()), fact.text());
    }
  }

  private static String others(Analysis analysis, List<Finding> shown) {
    List<String> parts = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      long hidden = count(analysis.findings(), verdict) - count(shown, verdict);
      if (hidden > 0) {
        parts.add(hidden + " " + verdict.label());
      }
    }
    return parts.isEmpty() ? "" : String.join(", ", parts) + " (--all shows them)";
  }

  // What is shown is a part of all: asking for each whether it is shown would take minutes.
  private static long count(List<Finding> findings, Verdict verdict) {
    return findings.stream().filter(finding -> finding.verdict() == verdict).count();
  }
}
