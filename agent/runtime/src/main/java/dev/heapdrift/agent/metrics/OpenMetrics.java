package dev.heapdrift.agent.metrics;

import dev.heapdrift.agent.metrics.Family.Label;
import dev.heapdrift.agent.metrics.Family.Sample;
import java.util.List;

/**
 * OpenMetrics 1.0 text, in the part of it that readers of Prometheus's text format understand too:
 * gauges and counters, no time stamps.
 */
final class OpenMetrics {
  /** What every text begins with. */
  static final String BEGIN = "# HELP heapdrift_";

  /** Above this a double no longer holds every integer. */
  private static final double INTEGERS = 1L << 53;

  private OpenMetrics() {}

  /**
   * Writes metrics down.
   *
   * @param common a label that every sample gets first
   */
  static String print(Label common, List<Family> families) {
    StringBuilder text = new StringBuilder();
    for (Family family : families) {
      if (!family.samples().isEmpty()) {
        text.append("# HELP ").append(family.name()).append(' ').append(escape(family.help()));
        text.append("\n# TYPE ").append(family.name()).append(' ');
        text.append(family.type() == Family.Type.GAUGE ? "gauge" : "counter").append('\n');
        family.samples().forEach(sample -> print(family, common, sample, text));
      }
    }
    return text.append("# EOF\n").toString();
  }

  private static void print(Family family, Label common, Sample sample, StringBuilder text) {
    text.append(family.sampleName()).append('{');
    print(common, text);
    for (Label label : sample.labels()) {
      text.append(',');
      print(label, text);
    }
    text.append("} ").append(number(sample.value())).append('\n');
  }

  private static void print(Label label, StringBuilder text) {
    text.append(label.name()).append("=\"").append(escape(label.value())).append('"');
  }

  private static String escape(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  private static String number(double value) {
    boolean integer = value == Math.rint(value) && Math.abs(value) <= INTEGERS;
    return integer ? Long.toString((long) value) : Double.toString(value);
  }
}
