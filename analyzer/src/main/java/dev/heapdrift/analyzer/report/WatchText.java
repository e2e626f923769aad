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
import java.util.regex.Pattern;

/**
 * A JVM as it is now, three lines for each thing that grows.
 *
 * @param style what the terminal can show
 * @param width columns; longer lines are cut
 * @param limit things shown at most
 */
public record WatchText(Style style, int width, int limit) {
  private static final String ROW = "%-12s %5s %12s %12s  %s";
  private static final int VERDICT = 12;
  private static final String INDENT = " ".repeat(VERDICT + 1);

  /** The first part of a package that is written in full, behind those that are not. */
  private static final Pattern PACKAGE =
      Pattern.compile("(?<![\\w$.])((?:[a-z_]\\.)*[a-z_])\\w+\\.(?=(?:[a-z_]\\w*\\.)*[A-Z])");

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
      out.line(
          view.hidden() == 0
              ? "nothing grows, as far as is seen"
              : view.hidden() + " hidden by the filter");
      return;
    }
    out.line(style.faint(cut(String.format(ROW, "verdict", "", "entries", "a second", "series"))));
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
            details.series().isEmpty() ? "" : Sparkline.of(details.series(), style));
    String line = cut(TextOut.safe(row));
    int verdict = Math.min(VERDICT, line.length());
    out.line(verdict(details.verdict(), line.substring(0, verdict)) + line.substring(verdict));
    out.line(
        fit(
            owner == null
                ? details.title()
                : "held by " + owner + ", " + details.container().type()));
    String site = details.insertionSite() == null ? "not seen" : details.insertionSite().print();
    out.line(style.faint(fit(finding.kind().label() + ", filled at " + site)));
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

  /** What is too long has its packages written short, the first ones first, before it is cut. */
  private String fit(String text) {
    String line = INDENT + TextOut.safe(text);
    for (String before = ""; line.length() > width && !line.equals(before); ) {
      before = line;
      line = PACKAGE.matcher(line).replaceFirst("$1.");
    }
    return cut(line);
  }

  private String cut(String line) {
    return line.length() <= width ? line : line.substring(0, width);
  }
}
