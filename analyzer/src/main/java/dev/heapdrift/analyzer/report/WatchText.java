package dev.heapdrift.analyzer.report;

import dev.heapdrift.analyzer.finding.Details;
import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Growth;
import dev.heapdrift.analyzer.finding.Verdict;
import dev.heapdrift.analyzer.watch.WatchView;
import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/**
 * A JVM as it is now, two lines for each thing that grows.
 *
 * @param style what the terminal can show
 * @param width columns; longer lines are cut
 * @param limit things shown at most
 */
public record WatchText(Style style, int width, int limit) {
  private static final String ROW = "%-12s %5s %12s %12s  %-32s  %s";
  private static final int VERDICT = 12;
  private static final String INDENT = " ".repeat(VERDICT + 1);

  /** Writes the view. */
  public void write(WatchView view, PrintWriter writer) {
    TextOut out = new TextOut(writer);
    long uptime = view.uptimeMillis();
    out.line(
        style.strong(
            cut(
                "JVM "
                    + view.pid()
                    + ", level "
                    + view.level()
                    + (uptime < 0 ? "" : ", up " + Quantity.duration(uptime / 1000.0)))));
    out.line(cut(heap(view)));
    List<Finding> shown = view.findings().subList(0, Math.min(limit, view.findings().size()));
    if (shown.isEmpty()) {
      out.line("nothing grows, as far as is seen");
      return;
    }
    out.line(
        style.faint(
            cut(String.format(ROW, "verdict", "", "entries", "a second", "series", "held by"))));
    shown.forEach(finding -> write(finding, out));
    if (view.findings().size() > shown.size()) {
      out.line("... " + (view.findings().size() - shown.size()) + " more");
    }
  }

  private String heap(WatchView view) {
    if (view.heap().isEmpty()) {
      return "heap: no collection seen yet";
    }
    SizePoint last = view.heap().get(view.heap().size() - 1);
    return "heap "
        + Quantity.bytes(last.size())
        + " after the last collection, of at most "
        + Quantity.bytes(view.maxHeapBytes())
        + "  "
        + Sparkline.of(view.heap(), style);
  }

  private void write(Finding finding, TextOut out) {
    Details details = finding.details();
    String owner = details.container().owner();
    long size = details.container().size();
    String row =
        String.format(
            Locale.ROOT,
            ROW,
            details.verdict().label(),
            Quantity.percent(details.confidence()),
            size < 0 ? "" : Quantity.count(size),
            rate(details.growth()),
            details.series().isEmpty() ? "" : Sparkline.of(details.series(), style),
            owner == null ? details.title() : owner + ", " + details.container().type());
    String line = cut(TextOut.safe(row));
    int verdict = Math.min(VERDICT, line.length());
    out.line(verdict(details.verdict(), line.substring(0, verdict)) + line.substring(verdict));
    String site = details.insertionSite() == null ? "not seen" : details.insertionSite().print();
    out.line(
        style.faint(cut(TextOut.safe(INDENT + finding.kind().label() + ", filled at " + site))));
  }

  private static String rate(Growth growth) {
    Double rate = growth.entriesPerSecond();
    return rate == null ? "" : (rate > 0 ? "+" : "") + Quantity.number(rate);
  }

  private String verdict(Verdict verdict, String text) {
    return switch (verdict) {
      case UNBOUNDED -> style.red(text);
      case INCONCLUSIVE -> style.yellow(text);
      case SATURATING, SAWTOOTH -> style.green(text);
    };
  }

  private String cut(String line) {
    return line.length() <= width ? line : line.substring(0, width);
  }
}
