package dev.heapdrift.agent.options;

import java.util.Map;

/**
 * What the agent does by itself where nobody looks at it for weeks.
 *
 * @param heapTrigger percent of the largest heap from which on a snapshot is taken; 0 for never
 * @param metrics file of the metrics; empty for none
 * @param metricsTop values of each metric that has one for each place of the program
 */
public record UnattendedOptions(int heapTrigger, String metrics, int metricsTop) {

  static UnattendedOptions read(OptionReader in) {
    return new UnattendedOptions(
        Math.toIntExact((Long) in.value(OptionTable.HEAP_TRIGGER)),
        (String) in.value(OptionTable.METRICS),
        Math.toIntExact((Long) in.value(OptionTable.METRICS_TOP)));
  }

  void writeTo(Map<String, String> texts) {
    texts.put(OptionTable.HEAP_TRIGGER.name(), Integer.toString(heapTrigger));
    texts.put(OptionTable.METRICS.name(), metrics);
    texts.put(OptionTable.METRICS_TOP.name(), Integer.toString(metricsTop));
  }
}
