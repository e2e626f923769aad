package dev.heapdrift.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Ratios of paired runs, summarised by their median and the distribution-free 95 % interval of the
 * median (order statistics of the binomial with p = 1/2; Conover, Practical Nonparametric
 * Statistics, 3.2). Robust against the outliers of a shared machine.
 */
final class PairedRatio {

  private static final double Z_95 = 1.959964;

  private final List<Double> ratios = new ArrayList<>();

  void add(double with, double without) {
    ratios.add(with / without);
  }

  double median() {
    List<Double> sorted = sorted();
    int n = sorted.size();
    return (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
  }

  double lower() {
    return sorted().get(lowerRank() - 1);
  }

  double upper() {
    return sorted().get(ratios.size() - lowerRank());
  }

  /** The rank, from 1, of the interval's lower end; the upper end is as far from the top. */
  private int lowerRank() {
    int n = ratios.size();
    return Math.max(1, (int) Math.floor(n / 2.0 - Z_95 * Math.sqrt(n) / 2));
  }

  private List<Double> sorted() {
    List<Double> sorted = new ArrayList<>(ratios);
    Collections.sort(sorted);
    return sorted;
  }

  String row(String name) {
    return String.format(
        Locale.ROOT,
        "| %s | %.3f | %.3f – %.3f | %d |",
        name,
        median(),
        lower(),
        upper(),
        ratios.size());
  }
}
