package dev.heapdrift.analyzer.report;

import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import java.util.Arrays;
import java.util.List;

/** A series or a rate as one short line, from zero to its maximum, evenly spaced in time. */
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

  /** How many events fell into each slice of time; a blank where none did. */
  static String rate(long[] millis, long from, long to, Style style) {
    int[] counts = new int[WIDTH];
    for (long time : millis) {
      double share = (double) (time - from) / Math.max(1, to - from);
      counts[(int) Math.max(0, Math.min(WIDTH - 1, share * WIDTH))]++;
    }
    int max = Arrays.stream(counts).max().orElse(0);
    String ramp = style.unicode() ? BLOCKS : ASCII;
    StringBuilder line = new StringBuilder(WIDTH);
    for (int count : counts) {
      line.append(count == 0 ? ' ' : ramp.charAt((count * ramp.length() - 1) / max));
    }
    return line.toString();
  }

  private static int level(long size, long max, int levels) {
    return max <= 0 ? 0 : (int) Math.min(levels - 1, Math.max(0, size) * (double) levels / max);
  }
}
