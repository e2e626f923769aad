package dev.heapdrift.analyzer.report;

import dev.heapdrift.analyzer.lines.LineFigures;
import dev.heapdrift.analyzer.lines.LineTable;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * A source file for people: before each line what it holds, what has changed, and what it has
 * allocated.
 *
 * @param style what their terminal can show
 * @param context lines shown around each one that has allocated, or -1 for the whole file
 */
public record LinesText(Style style, int context) {
  private static final List<String> HEAD = List.of("line", "live", "change", "allocations");

  /**
   * Writes the file.
   *
   * @param table the figures
   * @param place where the source was found
   * @param source its lines
   * @param writer where to
   */
  public void write(LineTable table, String place, List<String> source, PrintWriter writer) {
    TextOut out = new TextOut(writer);
    out.line(style.strong("lines of ") + TextOut.safe(place) + ": " + heads(table));
    out.line(method(table));
    out.blank();
    SortedMap<Integer, LineFigures> lines = table.lines();
    Columns columns = new Columns(table);
    out.line(columns.row(HEAD) + "  source");
    int last = 0;
    for (int number = 1; number <= source.size(); number++) {
      if (shown(number, lines)) {
        if (number > last + 1) {
          out.line(columns.row(List.of("...", "", "", "")));
        }
        last = number;
        String text = TextOut.safe(source.get(number - 1).replace("\t", "    "));
        LineFigures figures = lines.get(number);
        String row = columns.row(cells(Integer.toString(number), figures));
        out.line(
            figures == null ? row + "  " + style.faint(text) : style.strong(row) + "  " + text);
      }
    }
    elsewhere(table, source.size(), columns, out);
    out.line(columns.row(cells("total", table.total())));
  }

  private boolean shown(int number, SortedMap<Integer, LineFigures> lines) {
    return context < 0 || !lines.subMap(number - context, number + context + 1).isEmpty();
  }

  // A source of another version than the one that ran still adds up.
  private void elsewhere(LineTable table, int size, Columns columns, TextOut out) {
    LineFigures unnumbered = table.lines().get(-1);
    if (unnumbered != null) {
      out.line(columns.row(cells("?", unnumbered)) + "  compiled without line numbers");
    }
    table
        .lines()
        .tailMap(Math.max(1, size + 1))
        .forEach(
            (number, figures) ->
                out.line(
                    columns.row(cells(Integer.toString(number), figures))
                        + "  not in this source, which ends at line "
                        + size));
  }

  private List<String> cells(String number, LineFigures figures) {
    if (figures == null) {
      return List.of(number, "", "", "");
    }
    List<String> cells = new ArrayList<>();
    cells.add(number);
    cells.add(Quantity.bytes(figures.live().bytes()) + margin(figures.liveMargin()));
    cells.add(change(figures));
    cells.add(Quantity.count(figures.allocated().count()));
    return cells;
  }

  private String change(LineFigures figures) {
    if (figures.before() == null) {
      return "";
    }
    String noise = figures.withinNoise() ? "~ " : "";
    return noise + Quantity.signedBytes(figures.change()) + margin(figures.changeMargin());
  }

  private String margin(double bytes) {
    return bytes == 0 ? "" : ' ' + style.plusMinus() + Quantity.bytes(bytes);
  }

  private static String heads(LineTable table) {
    String newest = TextOut.head(table.newest());
    return table.earlier() == null
        ? newest + ", with no earlier snapshot to compare with"
        : newest + " since " + TextOut.head(table.earlier());
  }

  private String method(LineTable table) {
    return table.intervalBytes() <= 1
        ? "every allocation counted"
        : "estimated from one sample in "
            + Quantity.bytes(table.intervalBytes())
            + "; "
            + style.plusMinus()
            + " is the 95 % interval, ~ a change within it";
  }

  /** Right-aligned columns, as wide as what they hold. */
  private final class Columns {
    private final int[] widths = {5, 0, 0, 0};

    Columns(LineTable table) {
      widen(HEAD);
      table.lines().forEach((number, figures) -> widen(cells(Integer.toString(number), figures)));
      widen(cells("total", table.total()));
    }

    private void widen(List<String> cells) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], cells.get(i).length());
      }
    }

    String row(List<String> cells) {
      StringBuilder row = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        row.append(i == 0 ? "" : "  ");
        row.append(" ".repeat(widths[i] - cells.get(i).length())).append(cells.get(i));
      }
      return row.toString();
    }
  }
}
