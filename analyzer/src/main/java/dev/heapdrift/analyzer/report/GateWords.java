package dev.heapdrift.analyzer.report;

import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Growth;
import dev.heapdrift.analyzer.gate.GateResult;
import dev.heapdrift.analyzer.gate.Gated;
import dev.heapdrift.analyzer.gate.Stale;
import dev.heapdrift.analyzer.gate.Standing;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** The words that the reports of the gate share. */
final class GateWords {
  private GateWords() {}

  /** The answer in a word. */
  static String answer(GateResult result) {
    return switch (result.outcome()) {
      case LEAKS -> "fails";
      case CLEAN -> "passes";
      case INCONCLUSIVE -> "inconclusive";
    };
  }

  /** {@code fails: 1 new, 2 worse}, {@code passes: 3 known}, {@code inconclusive}. */
  static String headline(GateResult result) {
    List<String> counts = new ArrayList<>();
    for (Standing standing : Standing.values()) {
      int count = result.with(standing).size();
      if (count > 0 && standing != Standing.BOUNDED) {
        counts.add(Quantity.count(count) + ' ' + standing.label());
      }
    }
    String answer = answer(result);
    return counts.isEmpty() ? answer : answer + ": " + String.join(", ", counts);
  }

  /** A sentence on why a result is inconclusive; null when it is not. */
  static String doubt(GateResult result) {
    if (result.conclusive()) {
      return null;
    }
    return result.measured()
        ? "something still grows that could not be judged: observe it for longer"
        : "a JVM was watched too briefly for anything to grow: no data never passes";
  }

  /** {@code new, not in the baseline}, with the reason that people gave. */
  static String standing(Gated gated) {
    String because = because(gated);
    return gated.standing().label() + (because.isEmpty() ? "" : ", " + because);
  }

  /** {@code in the baseline (goes with release 7)}; empty where nothing more is to be said. */
  static String because(Gated gated) {
    List<String> parts = new ArrayList<>();
    if (gated.why() != null) {
      parts.add((gated.standing() == Standing.OPEN ? "missing: " : "") + gated.why());
    }
    if (gated.reason() != null && !gated.reason().isBlank()) {
      parts.add('(' + gated.reason() + ')');
    }
    return String.join(" ", parts);
  }

  /** {@code 3f2a9c0d11e4b7a6, HashMap ... grows}. */
  static String named(Finding finding) {
    return finding.details().fingerprint() + ", " + finding.details().title();
  }

  /** A sentence on an entry or rule to look at. */
  static String stale(Stale stale) {
    String text = stale.list() + ", " + stale.what() + ": " + stale.why();
    if (stale.reason() != null && !stale.reason().isBlank()) {
      text += " (" + stale.reason() + ')';
    }
    return stale.owner() == null ? text : text + ", owner " + stale.owner();
  }

  /** The rate alone, for a table; empty where it was not measured. */
  static String grows(Growth growth) {
    return growth.entriesPerSecond() == null
        ? ""
        : Quantity.number(growth.entriesPerSecond()) + " entries/s";
  }

  /** The whole finding as people read it, without colours. */
  static String full(int rank, Finding finding) {
    StringWriter text = new StringWriter();
    PrintWriter writer = new PrintWriter(text);
    new FindingText(Style.PLAIN, new TextOut(writer)).write(rank, finding);
    writer.flush();
    return text.toString();
  }
}
