package dev.heapdrift.analyzer.trend;

import java.util.Arrays;
import org.hipparchus.util.FastMath;

/**
 * How fast a curve rises, robustly: the median of the slopes between all pairs of points
 * (Theil–Sen), with the distribution-free interval of P. K. Sen, "Estimates of the regression
 * coefficient based on Kendall's tau", JASA 63 (1968), widened for autocorrelation like {@link
 * MannKendall}.
 *
 * @param perSecond entries a second
 * @param low lower end of the 95 % interval
 * @param high upper end of the 95 % interval
 */
public record Slope(double perSecond, double low, double high) {
  private static final double Z95 = 1.96;

  /** The slope of a curve of at least two points; 0 for a single one. */
  static Slope of(Curve curve) {
    double[] slopes = pairwise(curve);
    if (slopes.length == 0) {
      return new Slope(0, 0, 0);
    }
    double median = quantile(slopes, slopes.length / 2.0);
    double half = Z95 * FastMath.sqrt(MannKendall.variance(curve, median)) / 2;
    double middle = slopes.length / 2.0;
    return new Slope(median, quantile(slopes, middle - half), quantile(slopes, middle + half));
  }

  /** The slopes between all pairs, sorted. */
  private static double[] pairwise(Curve curve) {
    int n = curve.size();
    double[] slopes = new double[n * (n - 1) / 2];
    int k = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        slopes[k++] = (curve.value(j) - curve.value(i)) / (curve.time(j) - curve.time(i));
      }
    }
    Arrays.sort(slopes);
    return slopes;
  }

  /** The value at a fractional rank of a sorted array, clamped to its ends. */
  private static double quantile(double[] sorted, double rank) {
    double at = FastMath.max(0, FastMath.min(sorted.length - 1.0, rank - 0.5));
    int low = (int) at;
    int high = FastMath.min(sorted.length - 1, low + 1);
    return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
  }
}
