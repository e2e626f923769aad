package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Details;
import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import java.util.ArrayList;
import java.util.List;

/** What findings tell of a series, whether of a container or of a site. */
final class Points {
  private Points() {}

  /** Seconds from the first point to the last; 0 without points. */
  static double spanSeconds(List<SizePoint> points) {
    if (points.isEmpty()) {
      return 0;
    }
    long first = points.get(0).uptimeMillis();
    return (points.get(points.size() - 1).uptimeMillis() - first) / 1000.0;
  }

  /**
   * At most {@link Details#MAX_POINTS} points, evenly chosen, the first and the last among them.
   */
  static List<SizePoint> decimated(List<SizePoint> points) {
    int n = points.size();
    if (n <= Details.MAX_POINTS) {
      return points;
    }
    List<SizePoint> few = new ArrayList<>();
    for (int i = 0; i < Details.MAX_POINTS; i++) {
      few.add(points.get((int) ((long) i * (n - 1) / (Details.MAX_POINTS - 1))));
    }
    return few;
  }
}
