package dev.heapdrift.analyzer.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Points and a line over time, drawn with characters: what is drawn later covers what was drawn
 * before. The vertical axis begins at zero, so that a small rise looks small.
 */
final class TextPlot {
  private static final int WIDTH = 76;
  private static final int HEIGHT = 12;
  private static final int LABEL = 9;

  private final double from;
  private final double to;
  private final double top;
  private final char[][] cells = new char[HEIGHT][WIDTH];
  private final Style style;

  /** An empty plot from one time to another, in seconds, and up to the largest value. */
  TextPlot(double from, double to, double top, Style style) {
    this.from = from;
    this.to = Math.max(to, from + 0.001);
    this.top = Math.max(top, 1);
    this.style = style;
    for (char[] row : cells) {
      Arrays.fill(row, ' ');
    }
  }

  void point(double time, double value, char mark) {
    double column = (time - from) / (to - from) * (WIDTH - 1);
    double row = value / top * (HEIGHT - 1);
    if (column > -0.5 && column < WIDTH - 0.5 && row > -0.5 && row < HEIGHT - 0.5) {
      cells[HEIGHT - 1 - (int) Math.round(row)][(int) Math.round(column)] = mark;
    }
  }

  void line(double startTime, double startValue, double endTime, double endValue, char mark) {
    for (int i = 0; i < WIDTH; i++) {
      double time = from + (to - from) * i / (WIDTH - 1);
      if (time >= startTime && time <= endTime) {
        double share = endTime == startTime ? 0 : (time - startTime) / (endTime - startTime);
        point(time, startValue + share * (endValue - startValue), mark);
      }
    }
  }

  /** The lines of the plot with its axes: bytes upwards, JVM uptime to the right. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < HEIGHT; row++) {
      int up = HEIGHT - 1 - row;
      boolean labelled = row == 0 || row == HEIGHT / 2 || up == 0;
      String label = labelled ? Quantity.bytes(top * up / (HEIGHT - 1)) : "";
      lines.add(
          String.format("%" + LABEL + "s %s", label, axis(labelled)) + new String(cells[row]));
    }
    lines.add(" ".repeat(LABEL + 1) + corner() + horizontal().repeat(WIDTH));
    lines.add(" ".repeat(LABEL + 2) + times());
    return lines;
  }

  private String axis(boolean labelled) {
    return style.unicode() ? (labelled ? "┤" : "│") : (labelled ? "+" : "|");
  }

  private String corner() {
    return style.unicode() ? "└" : "+";
  }

  private String horizontal() {
    return style.unicode() ? "─" : "-";
  }

  private String times() {
    String left = Quantity.duration(from);
    String middle = Quantity.duration((from + to) / 2);
    String right = Quantity.duration(to);
    int half = (WIDTH - middle.length()) / 2;
    String start = String.format("%-" + half + "s%s", left, middle);
    return String.format("%s%" + (WIDTH - start.length()) + "s", start, right);
  }
}
