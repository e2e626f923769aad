package dev.heapdrift.api;

import dev.heapdrift.snapshot.stats.ByteSize;
import dev.heapdrift.snapshot.stats.StatisticDiff;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Prints a {@link MemoryReport}, a line at a time. */
final class ReportText {

  private ReportText() {}

  static void print(MemoryReport report, Consumer<String> out) {
    TracedMemory now = report.now();
    out.accept(
        String.format(
            Locale.ROOT,
            "%s: %.1f s, current=%s (%s), peak=%s (%s)",
            report.name(),
            report.elapsed().toMillis() / 1e3,
            ByteSize.print(now.current()),
            ByteSize.signed(now.current() - report.before()),
            ByteSize.print(now.peak()),
            ByteSize.signed(now.peak() - report.before())));
    print("now", report.growth(), out);
    print("at the peak", report.growthAtPeak(), out);
  }

  private static void print(String when, List<StatisticDiff> growth, Consumer<String> out) {
    if (!growth.isEmpty()) {
      out.accept("  " + when);
      growth.forEach(diff -> out.accept("    " + diff));
    }
  }
}
