package dev.heapdrift.agent.jmx;

import dev.heapdrift.agent.metrics.Family;
import dev.heapdrift.agent.metrics.Family.Label;
import dev.heapdrift.agent.metrics.Family.Sample;
import java.util.Map;
import java.util.TreeMap;

/** One value of a metric, as JMX shows it. No record: JDK 17 does not map these. */
public final class MetricView {
  private final String name;
  private final Map<String, String> labels = new TreeMap<>();
  private final double value;

  MetricView(Family family, Sample sample) {
    name = family.sampleName();
    value = sample.value();
    for (Label label : sample.labels()) {
      labels.put(label.name(), label.value());
    }
  }

  /** Name of the metric, as in the file. */
  public String getName() {
    return name;
  }

  /** What it is a value of. */
  public Map<String, String> getLabels() {
    return labels;
  }

  /** The value. */
  public double getValue() {
    return value;
  }
}
