package dev.heapdrift.agent.metrics;

import dev.heapdrift.agent.metrics.Family.Label;
import dev.heapdrift.agent.metrics.Family.Sample;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sums values by their labels and keeps the largest sums, so that a file stays small. */
final class Largest {
  private static final Comparator<Sample> ORDER =
      Comparator.comparingDouble(Sample::value)
          .reversed()
          .thenComparing(sample -> sample.labels().toString());

  private final Map<List<Label>, Double> sums = new HashMap<>();

  /** Adds to the sum of these labels. */
  void add(List<Label> labels, double value) {
    sums.merge(labels, value, Double::sum);
  }

  /** The {@code most} largest sums above 0, largest first. */
  List<Sample> samples(int most) {
    return sums.entrySet().stream()
        .filter(sum -> sum.getValue() > 0)
        .map(sum -> new Sample(sum.getKey(), sum.getValue()))
        .sorted(ORDER)
        .limit(most)
        .toList();
  }
}
