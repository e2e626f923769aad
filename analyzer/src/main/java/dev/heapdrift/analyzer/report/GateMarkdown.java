package dev.heapdrift.analyzer.report;

import dev.heapdrift.analyzer.finding.Details;
import dev.heapdrift.analyzer.finding.Outcome;
import dev.heapdrift.analyzer.gate.GateResult;
import dev.heapdrift.analyzer.gate.Gated;
import dev.heapdrift.analyzer.gate.Stale;
import dev.heapdrift.analyzer.gate.Standing;
import dev.heapdrift.analyzer.report.SourcePlaces.Place;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;

/** The gate's answer as Markdown of GitHub's flavour, for the summary of a job or a comment. */
public final class GateMarkdown {
  /** Findings in the table, and of these in full: GitHub takes 1 MiB for a summary. */
  private static final int IN_TABLE = 50;

  private static final int IN_FULL = 10;

  private GateMarkdown() {}

  /** Writes the summary. */
  public static void write(GateResult result, SourcePlaces places, PrintWriter out) {
    out.print("## heapdrift check " + text(GateWords.headline(result)) + "\n\n");
    if (result.outcome() == Outcome.INCONCLUSIVE) {
      out.print("Inconclusive: " + text(GateWords.doubt(result)) + ".\n\n");
    }
    List<Gated> shown =
        result.distinct().stream()
            .filter(gated -> gated.standing() != Standing.BOUNDED)
            .sorted(Comparator.comparing(Gated::standing))
            .toList();
    table(shown, places, out);
    List<Gated> failing = result.failing();
    for (int i = 0; i < Math.min(IN_FULL, failing.size()); i++) {
      full(i + 1, failing.get(i), out);
    }
    for (Stale stale : result.stale()) {
      out.print("- look at " + text(GateWords.stale(stale)) + '\n');
    }
    if (!result.stale().isEmpty()) {
      out.print('\n');
    }
    out.print(
        Quantity.counted(result.analysis().snapshots(), "snapshot")
            + " over "
            + Quantity.duration(result.analysis().spanSeconds())
            + ", "
            + Quantity.counted(result.analysis().judged(), "container")
            + " judged.\n");
  }

  private static void table(List<Gated> findings, SourcePlaces places, PrintWriter out) {
    if (findings.isEmpty()) {
      return;
    }
    out.print("| | kind | filled at | held by | grows |\n|---|---|---|---|---|\n");
    for (Gated gated : findings.subList(0, Math.min(IN_TABLE, findings.size()))) {
      Details details = gated.finding().details();
      String owner = details.container().owner();
      out.print(
          "| "
              + String.join(
                  " | ",
                  text(GateWords.standing(gated)),
                  gated.finding().kind().label(),
                  place(places.of(details)),
                  text(owner == null ? "" : owner),
                  text(GateWords.grows(details.growth())))
              + " |\n");
    }
    if (findings.size() > IN_TABLE) {
      out.print("\n... " + (findings.size() - IN_TABLE) + " more\n");
    }
    out.print('\n');
  }

  private static String place(Place place) {
    if (place.frame() == null) {
      return "";
    }
    String line = place.line() > 0 ? ":" + place.line() : "";
    return text(place.path() + line + " " + place.frame().method());
  }

  private static void full(int rank, Gated gated, PrintWriter out) {
    String finding = GateWords.full(rank, gated.finding());
    String fence = fence(finding);
    out.print("<details><summary>" + text(gated.finding().details().title()) + "</summary>\n\n");
    out.print(fence + '\n' + finding + fence + "\n\n</details>\n\n");
  }

  /** Longer than any run of backticks inside, so that nothing inside ends it. */
  private static String fence(String text) {
    String fence = "```";
    while (text.contains(fence)) {
      fence += '`';
    }
    return fence;
  }

  /** Text of a file where nothing in it is Markdown or HTML, and all is one line. */
  static String text(String raw) {
    StringBuilder text = new StringBuilder();
    String line = TextOut.safe(raw);
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      switch (c) {
        case '&' -> text.append("&amp;");
        case '<' -> text.append("&lt;");
        case '>' -> text.append("&gt;");
        case '\\', '`', '*', '_', '[', ']', '|', '~', '#', '@' ->
            text.append("&#").append((int) c).append(';');
        default -> text.append(c);
      }
    }
    return text.toString();
  }
}
