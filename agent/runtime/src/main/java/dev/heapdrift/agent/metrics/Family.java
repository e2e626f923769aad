package dev.heapdrift.agent.metrics;

import java.util.ArrayList;
import java.util.List;

/**
 * A metric and its values.
 *
 * @param name without the suffix that its type asks for
 * @param type how it changes
 * @param help one sentence with the unit
 * @param samples its values, no two with the same labels; it is left out when there is none
 */
public record Family(String name, Type type, String help, List<Sample> samples) {

  /** How a metric changes. Only what Prometheus's older text format knows too. */
  public enum Type {
    /** Up and down. */
    GAUGE(""),
    /** Up only, from 0 at the start of the JVM. */
    COUNTER("_total");

    private final String suffix;

    Type(String suffix) {
      this.suffix = suffix;
    }
  }

  /**
   * What a value is a value of.
   *
   * @param name the same in all samples of a metric
   * @param value what it is here; may be empty
   */
  public record Label(String name, String value) {}

  /**
   * A value of the metric.
   *
   * @param labels what of
   * @param value in the unit of the metric
   */
  public record Sample(List<Label> labels, double value) {}

  /** Copies the list. */
  public Family {
    samples = List.copyOf(samples);
  }

  /** The name as it is printed with each value. */
  public String sampleName() {
    return name + type.suffix;
  }

  /** A metric of one value, without labels; of none for a negative one, which is not known. */
  static Family single(String name, Type type, String help, double value) {
    List<Sample> samples = value < 0 ? List.of() : List.of(new Sample(List.of(), value));
    return new Family(name, type, help, samples);
  }

  /** Labels from names and values in turn; a null is written as nothing. */
  static List<Label> labels(String... namesAndValues) {
    List<Label> labels = new ArrayList<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      String value = namesAndValues[i + 1];
      labels.add(new Label(namesAndValues[i], value == null ? "" : value));
    }
    return List.copyOf(labels);
  }
}
