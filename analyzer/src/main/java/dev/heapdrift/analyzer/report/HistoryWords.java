package dev.heapdrift.analyzer.report;

import dev.heapdrift.analyzer.history.HeapPoint;
import dev.heapdrift.analyzer.history.History;
import dev.heapdrift.analyzer.history.TracedPoint;
import dev.heapdrift.analyzer.trend.TrendLine;
import dev.heapdrift.snapshot.GcFacts;
import dev.heapdrift.snapshot.GcFacts.Generation;
import java.util.List;
import java.util.Locale;

/** What the text and the picture of a history both say, in words. */
public final class HistoryWords {
  private static final double NANOS_PER_MILLI = 1e6;

  private HistoryWords() {}

  /** Which JVM, and how long it was watched. */
  public static String title(History history) {
    return history.jvm().startId()
        + ", "
        + history.jvm().vmName()
        + ' '
        + history.jvm().version()
        + ", "
        + history.jvm().collector()
        + ", level "
        + history.level()
        + ", "
        + Quantity.count(history.snapshots())
        + (history.snapshots() == 1 ? " snapshot" : " snapshots")
        + " over "
        + Quantity.duration((history.endMillis() - history.startMillis()) / 1000.0);
  }

  static String heap(History history) {
    HeapPoint last = history.heap().get(history.heap().size() - 1);
    return Quantity.bytes(last.bytes())
        + " at the end, of at most "
        + Quantity.bytes(history.jvm().maxHeapBytes());
  }

  static String traced(History history) {
    TracedPoint last = history.traced().get(history.traced().size() - 1);
    TracedPoint peak = history.peak();
    return Quantity.bytes(last.liveBytes())
        + " live at the end, peak "
        + Quantity.bytes(peak.peakBytes())
        + " at "
        + Quantity.duration(peak.peakMillis() / 1000.0);
  }

  /** {@code young}. */
  public static String name(Generation generation) {
    return generation.name().toLowerCase(Locale.ROOT);
  }

  /** {@code 34, 812 ms}: how many, and how long they took. */
  public static String collections(List<GcFacts> some) {
    double millis = some.stream().mapToLong(GcFacts::pauseNanos).sum() / NANOS_PER_MILLI;
    return Quantity.count(some.size())
        + (some.isEmpty() ? "" : ", " + Quantity.number(millis) + " ms");
  }

  /** {@code rising, +640 KiB/s [+610 KiB/s, +670 KiB/s]}. */
  public static String trend(TrendLine trend) {
    String direction =
        switch (trend.direction()) {
          case RISING -> "rising, ";
          case FALLING -> "falling, ";
          case LEVEL -> "no clear direction, ";
        };
    return direction
        + rate(trend.slope().perSecond())
        + " ["
        + rate(trend.slope().low())
        + ", "
        + rate(trend.slope().high())
        + ']';
  }

  private static String rate(double bytesPerSecond) {
    return Quantity.signedBytes(Math.round(bytesPerSecond)) + "/s";
  }
}
