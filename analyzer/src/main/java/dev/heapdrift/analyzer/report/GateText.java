package dev.heapdrift.analyzer.report;

import dev.heapdrift.analyzer.finding.Outcome;
import dev.heapdrift.analyzer.gate.GateResult;
import dev.heapdrift.analyzer.gate.Gated;
import dev.heapdrift.analyzer.gate.Standing;
import java.io.PrintWriter;
import java.util.List;

/**
 * The gate's answer for people: what fails in full, all else in a line each.
 *
 * @param style what their terminal can show
 * @param limit findings printed in full at most, and in one line each of the others
 */
public record GateText(Style style, int limit) {
  private static final List<Standing> IN_A_LINE =
      List.of(Standing.KNOWN, Standing.SUPPRESSED, Standing.BELOW);

  /** Writes the answer. */
  public void write(GateResult result, PrintWriter writer) {
    TextOut out = new TextOut(writer);
    out.line(headline(result));
    List<Gated> failing = result.failing();
    FindingText text = new FindingText(style, out);
    for (int i = 0; i < Math.min(limit, failing.size()); i++) {
      out.blank();
      out.labelled("", GateWords.standing(failing.get(i)), style::strong);
      text.write(i + 1, failing.get(i).finding());
    }
    if (failing.size() > limit) {
      out.blank();
      out.line("... " + (failing.size() - limit) + " more findings (--limit)");
    }
    out.blank();
    if (result.outcome() == Outcome.INCONCLUSIVE) {
      out.labelled("inconclusive ", GateWords.doubt(result));
      lines(result.with(Standing.OPEN), out);
    }
    IN_A_LINE.forEach(standing -> lines(result.with(standing), out));
    result.stale().forEach(stale -> out.labelled("look at      ", GateWords.stale(stale)));
    TextReport.measured(result.analysis(), "", out);
  }

  private String headline(GateResult result) {
    String words = GateWords.headline(result);
    String answer =
        switch (result.outcome()) {
          case LEAKS -> style.red(words);
          case CLEAN -> style.green(words);
          case INCONCLUSIVE -> style.yellow(words);
        };
    return style.strong("heapdrift check ")
        + answer
        + " in "
        + Quantity.counted(result.analysis().snapshots(), "snapshot")
        + " over "
        + Quantity.duration(result.analysis().spanSeconds());
  }

  private void lines(List<Gated> findings, TextOut out) {
    for (Gated gated : findings.subList(0, Math.min(limit, findings.size()))) {
      String because = GateWords.because(gated);
      out.labelled(
          String.format("%-12s ", gated.standing().label()),
          GateWords.named(gated.finding()) + (because.isEmpty() ? "" : ": " + because));
    }
    if (findings.size() > limit) {
      out.line("             ... " + (findings.size() - limit) + " more (--limit)");
    }
  }
}
