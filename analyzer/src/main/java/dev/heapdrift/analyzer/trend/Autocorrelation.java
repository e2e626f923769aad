package dev.heapdrift.analyzer.trend;

import org.hipparchus.stat.StatUtils;

/** Correlation of a series with itself, some steps later. */
final class Autocorrelation {
  private Autocorrelation() {}

  /** The autocorrelation of the values at a lag, -1 to 1; 0 for a constant series. */
  static double at(double[] values, int lag) {
    double mean = StatUtils.mean(values);
    double sum = 0;
    double square = 0;
    for (int i = 0; i < values.length; i++) {
      double here = values[i] - mean;
      square += here * here;
      if (i >= lag) {
        sum += here * (values[i - lag] - mean);
      }
    }
    return square == 0 ? 0 : sum / square;
  }
}
