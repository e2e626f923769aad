package dev.heapdrift.analyzer.trend;

import java.util.Arrays;
import org.hipparchus.util.FastMath;

/**
 * Control of false discoveries over all candidates of a run, after Y. Benjamini and Y. Hochberg,
 * "Controlling the false discovery rate", JRSS B 57 (1995). The containers of one JVM grow with the
 * same traffic; under such positive dependence the procedure stays valid (Y. Benjamini and D.
 * Yekutieli, Annals of Statistics 29, 2001).
 */
public final class FalseDiscovery {
  /** The share that a run may have on average. */
  public static final double SHARE = 0.01;

  private FalseDiscovery() {}

  /**
   * The adjusted p values (q values), in the order given: accepting those at most q as discoveries
   * makes, on average, a share of at most q of them false.
   */
  public static double[] adjust(double[] p) {
    int n = p.length;
    Integer[] order = new Integer[n];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(p[a], p[b]));
    double[] q = new double[n];
    double least = 1;
    for (int rank = n; rank >= 1; rank--) {
      int i = order[rank - 1];
      least = FastMath.min(least, p[i] * n / rank);
      q[i] = least;
    }
    return q;
  }
}
