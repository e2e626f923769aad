package dev.heapdrift.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Ratios of paired runs, summarised by {@link MedianInterval}. */
final class PairedRatio {

  private final List<Double> ratios = new ArrayList<>();

  void add(double with, double without) {
    ratios.add(with / without);
  }

  double median() {
    return MedianInterval.of(ratios).median();
  }

  String row(String name) {
    MedianInterval all = MedianInterval.of(ratios);
    return String.format(
        Locale.ROOT,
        "| %s | %.3f | %.3f – %.3f | %d |",
        name,
        all.median(),
        all.lower(),
        all.upper(),
        ratios.size());
  }
}
