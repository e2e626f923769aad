package dev.heapdrift.analyzer.report;

import dev.heapdrift.analyzer.finding.Details;
import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.GrowthStack;
import dev.heapdrift.analyzer.finding.Verdict;
import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import dev.heapdrift.snapshot.Frame;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;

/** One finding as a section of a page: as {@link FindingText}, with its series drawn. */
final class HtmlFinding {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 120;

  private final Html html;

  HtmlFinding(Html html) {
    this.html = html;
  }

  /**
   * Writes a section.
   *
   * @param id of the section, for links
   * @param standing how it is seen; null to say nothing of that
   */
  void write(String id, String standing, Finding finding) throws XMLStreamException {
    Details details = finding.details();
    html.open("section", "id", id);
    html.leaf("h2", details.title());
    html.open("p");
    if (standing != null) {
      html.leaf("strong", standing).text(" ");
    }
    html.leaf("span", FindingFacts.verdict(details), "class", colour(details.verdict()));
    html.leaf("span", ' ' + finding.kind().label() + ' ' + details.fingerprint(), "class", "faint");
    html.close();
    html.facts(FindingFacts.growth(finding));
    series(details.series());
    html.facts(FindingFacts.reasons(finding));
    stacks(finding);
    html.close();
  }

  private static String colour(Verdict verdict) {
    return switch (verdict) {
      case UNBOUNDED -> "leaks";
      case INCONCLUSIVE -> "inconclusive";
      case SATURATING, SAWTOOTH -> "clean";
    };
  }

  private void series(List<SizePoint> series) throws XMLStreamException {
    if (series.size() < 2) {
      return;
    }
    String range = FindingFacts.range(series, "\u2192");
    html.open("figure");
    html.open("svg", "viewBox", "0 0 " + WIDTH + ' ' + HEIGHT, "role", "img", "aria-label", range);
    String floor = Integer.toString(HEIGHT - 1);
    html.open("line", "x1", "0", "y1", floor, "x2", Integer.toString(WIDTH), "y2", floor).close();
    html.open("polyline", "points", points(series)).close();
    html.close();
    html.leaf("figcaption", "entries, from 0: " + range);
    html.close();
  }

  /** Sizes over time, from zero to their maximum. */
  private static String points(List<SizePoint> series) {
    long start = series.get(0).uptimeMillis();
    double span = Math.max(1, series.get(series.size() - 1).uptimeMillis() - start);
    double max = Math.max(1, series.stream().mapToLong(SizePoint::size).max().orElse(1));
    return series.stream()
        .map(
            point ->
                String.format(
                    Locale.ROOT,
                    "%.1f,%.1f",
                    (point.uptimeMillis() - start) / span * WIDTH,
                    HEIGHT - 2 - Math.max(0, point.size()) / max * (HEIGHT - 4)))
        .collect(Collectors.joining(" "));
  }

  private void stacks(Finding finding) throws XMLStreamException {
    List<GrowthStack> stacks = finding.details().growthStacks();
    if (stacks.isEmpty()) {
      return;
    }
    html.open("details").leaf("summary", "Stacks");
    for (GrowthStack stack : stacks) {
      html.leaf("p", FindingFacts.counted(finding, stack));
      html.leaf(
          "pre",
          stack.frames().stream()
              .map(Frame::print)
              .map(frame -> "at " + TextOut.safe(frame))
              .collect(Collectors.joining("\n")));
    }
    html.close();
  }
}
