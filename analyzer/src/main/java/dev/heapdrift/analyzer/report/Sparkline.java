package dev.heapdrift.analyzer.report;

import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import java.util.List;

/** A series as one short line, from zero to its maximum, evenly spaced in time. */
final class Sparkline {
  private static final int WIDTH = 32;
  private static final String BLOCKS = "▁▂▃▄▅▆▇█";
  private static final String ASCII = "_.-:=+*#";

  private Sparkline() {}

  /** One character for each slice of time: the size known at its end. */
  static String of(List<SizePoint> series, Style style) {
    String ramp = style.unicode() ? BLOCKS : ASCII;
    long start = series.get(0).uptimeMillis();
    long span = series.get(series.size() - 1).uptimeMillis() - start;
    long max = series.stream().mapToLong(SizePoint::size).max().orElse(0);
    StringBuilder line = new StringBuilder(WIDTH);
    int at = 0;
    for (int slice = 1; slice <= WIDTH; slice++) {
      long end = start + span * slice / WIDTH;
      while (at + 1 < series.size() && series.get(at + 1).uptimeMillis() <= end) {
        at++;
      }
      line.append(ramp.charAt(level(series.get(at).size(), max, ramp.length())));
    }
    return line.toString();
  }

  private static int level(long size, long max, int levels) {
    return max <= 0 ? 0 : (int) Math.min(levels - 1, Math.max(0, size) * (double) levels / max);
  }
}
