package dev.heapdrift.analyzer.report;

import dev.heapdrift.analyzer.diff.Diff;
import dev.heapdrift.analyzer.diff.Row;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/**
 * A diff for people, a line a row: {@code Orders.java:42: size=8173 KiB (+4428 KiB), count=71332
 * (+39369), average=117 B}. Without a measured size the line begins with the count.
 *
 * @param style what their terminal can show
 * @param limit rows printed at most
 */
public record DiffText(Style style, int limit) {

  /** Writes the diff. */
  public void write(Diff diff, PrintWriter writer) {
    TextOut out = new TextOut(writer);
    String groups = diff.groupBy().name().toLowerCase(Locale.ROOT);
    out.line(
        style.strong("diff by " + groups)
            + ": "
            + TextOut.head(diff.from())
            + " to "
            + TextOut.head(diff.to()));
    List<Row> rows = diff.rows();
    for (Row row : rows.subList(0, Math.min(limit, rows.size()))) {
      row(row, out);
    }
    if (rows.size() > limit) {
      out.line("... " + (rows.size() - limit) + " more (--limit)");
    }
    if (rows.isEmpty()) {
      out.line("no container in either snapshot");
    }
  }

  private void row(Row row, TextOut out) {
    String detail = row.key().detail() == null ? "" : "  " + TextOut.safe(row.key().detail());
    out.line(
        style.strong(TextOut.safe(row.key().label())) + ": " + amounts(row) + style.faint(detail));
    row.key().frames().forEach(frame -> out.line("    at " + TextOut.safe(frame.print())));
  }

  private static String amounts(Row row) {
    long count = row.after().entries();
    String counts = String.format(Locale.ROOT, "count=%d (%+d)", count, row.entriesDiff());
    if (!row.measured()) {
      return counts;
    }
    long bytes = row.after().bytes();
    String sizes =
        "size=" + Quantity.bytes(bytes) + " (" + Quantity.signedBytes(row.bytesDiff()) + "), ";
    String average = count == 0 ? "" : ", average=" + Quantity.bytes((double) bytes / count);
    return sizes + counts + average;
  }
}
