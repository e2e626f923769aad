package dev.heapdrift.analyzer.report;

import dev.heapdrift.analyzer.Analysis;
import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Outcome;
import dev.heapdrift.analyzer.finding.Verdict;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;

/** What leaks, or may leak, as a page of HTML. */
public final class HtmlReport {
  private HtmlReport() {}

  /**
   * Writes the page.
   *
   * @param name of what was watched, such as a test
   * @param analysis what it amounts to
   * @param out where to
   */
  public static void write(String name, Analysis analysis, PrintWriter out) {
    Html.page("heapdrift " + name, html -> body(html, name, analysis), out);
  }

  private static void body(Html html, String name, Analysis analysis) throws XMLStreamException {
    String answer =
        switch (analysis.outcome()) {
          case LEAKS -> "leaks";
          case CLEAN -> "no leak";
          case INCONCLUSIVE -> "inconclusive";
        };
    headline(html, name + ": ", analysis.outcome(), answer);
    span(html, analysis);
    List<Finding> shown = analysis.findings().stream().filter(HtmlReport::isOfInterest).toList();
    HtmlFinding section = new HtmlFinding(html);
    for (int i = 0; i < shown.size(); i++) {
      section.write("finding-" + (i + 1), null, shown.get(i));
    }
    html.open("footer").facts(MeasuredFacts.of(analysis, "")).close();
  }

  private static boolean isOfInterest(Finding finding) {
    return finding.verdict() == Verdict.UNBOUNDED || finding.verdict() == Verdict.INCONCLUSIVE;
  }

  /** The first line of a page: whose, and the answer in its colour. */
  static void headline(Html html, String whose, Outcome outcome, String answer)
      throws XMLStreamException {
    String colour = outcome.name().toLowerCase(Locale.ROOT);
    html.open("h1").text(whose).leaf("span", answer, "class", colour).close();
  }

  /** What it was taken from. */
  static void span(Html html, Analysis analysis) throws XMLStreamException {
    String text =
        Quantity.counted(analysis.snapshots(), "snapshot")
            + " over "
            + Quantity.duration(analysis.spanSeconds());
    html.leaf("p", text, "class", "faint");
  }
}
