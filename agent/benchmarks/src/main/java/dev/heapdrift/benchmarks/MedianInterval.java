package dev.heapdrift.benchmarks;

import java.util.Collection;
import java.util.List;

/**
 * The median of some values and its distribution-free 95 % interval (order statistics of the
 * binomial with p = 1/2; Conover, Practical Nonparametric Statistics, 3.2). Robust against the
 * outliers of a shared machine. Of five values or fewer the interval is their whole range, which
 * holds the median with less than 95 %.
 */
public record MedianInterval(double median, double lower, double upper, int values) {

  private static final double Z_95 = 1.959964;

  /**
   * Of at least one value.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static MedianInterval of(Collection<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("no values");
    }
    List<Double> sorted = values.stream().sorted().toList();
    int n = sorted.size();
    int rank = Math.max(1, (int) Math.floor(n / 2.0 - Z_95 * Math.sqrt(n) / 2));
    double median = (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
    return new MedianInterval(median, sorted.get(rank - 1), sorted.get(n - rank), n);
  }
}
