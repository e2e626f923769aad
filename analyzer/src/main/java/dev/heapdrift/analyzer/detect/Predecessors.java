package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.series.ContainerSeries;
import dev.heapdrift.analyzer.series.Run;
import dev.heapdrift.analyzer.trend.Trend;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How long the earlier containers of the same field lived. A batch that fills a list and drops it
 * looks like a leak while the list is alive; that its predecessors are gone says otherwise.
 */
final class Predecessors {
  /** How many times longer than its predecessors a container must have lived to be another case. */
  private static final double OUTLIVED = 2;

  /**
   * @param holder the field, or null
   * @param type class of the container
   * @param insertion the inserting method, told apart where no owner is known
   */
  private record Key(String holder, String type, String insertion) {}

  private final Map<Key, Double> longestLife = new HashMap<>();

  static Predecessors of(Run run) {
    Predecessors all = new Predecessors();
    for (ContainerSeries series : run.series()) {
      if (!series.inLastSnapshot()) {
        double life = (series.lastSeenMillis() - series.last().noticedMillis()) / 1000.0;
        all.longestLife.merge(key(series), life, Math::max);
      }
    }
    return all;
  }

  /**
   * The trend, or less than that when predecessors lived half as long as the subject has so far.
   */
  Trend doubt(Subject subject, Trend trend, double until) {
    if (subject.isGroup() || !(trend instanceof Trend.Unbounded rise)) {
      return trend;
    }
    Double life = longestLife.get(key(subject.members().get(0)));
    double age = until - subject.facts().noticedMillis() / 1000.0;
    if (life == null || age >= OUTLIVED * life) {
      return trend;
    }
    String missing =
        String.format(
            Locale.ROOT,
            "whether it is dropped like its predecessors, which lived up to %.0f s; it is %.0f s"
                + " old",
            life,
            age);
    return new Trend.Inconclusive(rise.slope(), false, rise.pattern(), missing);
  }

  private static Key key(ContainerSeries series) {
    String holder = series.last().owner() == null ? null : series.last().owner().holder();
    String insertion = holder == null ? Sites.firstInserter(series) : "";
    return new Key(holder, series.last().type(), insertion);
  }
}
