package dev.heapdrift.api;

import dev.heapdrift.snapshot.stats.ByteSize;
import dev.heapdrift.snapshot.stats.StatisticDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A {@link MemoryReport} as lines of text. */
final class ReportText {

  private ReportText() {}

  static List<String> lines(MemoryReport report) {
    TracedMemory now = report.now();
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s: %.1f s, current=%s (%s), peak=%s (%s)",
            report.name(),
            report.elapsed().toMillis() / 1e3,
            ByteSize.print(now.current()),
            ByteSize.signed(now.current() - report.before()),
            ByteSize.print(now.peak()),
            ByteSize.signed(now.peak() - report.before())));
    add("now", report.growth(), lines);
    add("at the peak", report.growthAtPeak(), lines);
    return lines;
  }

  private static void add(String when, List<StatisticDiff> growth, List<String> lines) {
    if (!growth.isEmpty()) {
      lines.add("  " + when);
      growth.forEach(diff -> lines.add("    " + diff));
    }
  }
}
