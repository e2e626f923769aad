package dev.heapdrift.analyzer.report;

import dev.heapdrift.analyzer.finding.Details;
import dev.heapdrift.analyzer.finding.Outcome;
import dev.heapdrift.analyzer.gate.GateResult;
import dev.heapdrift.analyzer.gate.Gated;
import dev.heapdrift.analyzer.gate.Standing;
import dev.heapdrift.analyzer.report.SourcePlaces.Place;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** The gate's answer as a page of HTML: a table of all that counts, then each finding in full. */
public final class GateHtml {
  /** Findings in full: a page must stay one that a browser opens at once. */
  private static final int IN_FULL = 100;

  private final GateResult result;
  private final SourcePlaces places;
  private final Html html;

  private GateHtml(GateResult result, SourcePlaces places, Html html) {
    this.result = result;
    this.places = places;
    this.html = html;
  }

  /** Writes the page. */
  public static void write(GateResult result, SourcePlaces places, PrintWriter out) {
    String title = "heapdrift check " + GateWords.headline(result);
    Html.page(title, html -> new GateHtml(result, places, html).body(), out);
  }

  private void body() throws XMLStreamException {
    List<Gated> shown =
        result.distinct().stream()
            .filter(gated -> gated.standing() != Standing.BOUNDED)
            .sorted(Comparator.comparing(Gated::standing))
            .toList();
    HtmlReport.headline(html, "heapdrift check ", result.outcome(), GateWords.headline(result));
    if (result.outcome() == Outcome.INCONCLUSIVE) {
      html.leaf("p", GateWords.doubt(result));
    }
    HtmlReport.span(html, result.analysis());
    findings(shown.subList(0, Math.min(IN_FULL, shown.size())));
    if (shown.size() > IN_FULL) {
      html.leaf("p", "... " + (shown.size() - IN_FULL) + " more findings");
    }
    List<Fact> facts = new ArrayList<>();
    result.stale().forEach(stale -> facts.add(new Fact("look at", GateWords.stale(stale))));
    facts.addAll(MeasuredFacts.of(result.analysis(), ""));
    html.open("footer").facts(facts).close();
  }

  private void findings(List<Gated> shown) throws XMLStreamException {
    table(shown);
    HtmlFinding section = new HtmlFinding(html);
    for (int i = 0; i < shown.size(); i++) {
      section.write(id(i), GateWords.standing(shown.get(i)), shown.get(i).finding());
    }
  }

  private static String id(int index) {
    return "finding-" + (index + 1);
  }

  private void table(List<Gated> shown) throws XMLStreamException {
    if (shown.isEmpty()) {
      return;
    }
    html.open("div", "class", "table").open("table").open("tr");
    for (String heading : List.of("standing", "kind", "filled at", "held by", "grows")) {
      html.leaf("th", heading);
    }
    html.close();
    for (int i = 0; i < shown.size(); i++) {
      row(id(i), shown.get(i));
    }
    html.close().close();
  }

  private void row(String id, Gated gated) throws XMLStreamException {
    Details details = gated.finding().details();
    String owner = details.container().owner();
    Place place = places.of(details);
    html.open("tr");
    html.leaf("td", gated.standing().label());
    html.open("td").leaf("a", gated.finding().kind().label(), "href", '#' + id).close();
    html.leaf("td", place.frame() == null ? "" : place.path() + ':' + place.line());
    html.leaf("td", owner == null ? "" : owner);
    html.leaf("td", GateWords.grows(details.growth()));
    html.close();
  }
}
