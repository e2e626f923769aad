package dev.heapdrift.agent.options;

import java.util.Map;

/**
 * What the agent does by itself where nobody looks at it for weeks.
 *
 * @param exitMillis longest wait for the last snapshot, in ms; 0 for none
 * @param heapTrigger percent of the largest heap from which on a snapshot is taken; 0 for never
 * @param growthMillis ms of steady growth that the agent tells of by itself; 0 for never
 * @param metrics file of the metrics; empty for none
 * @param metricsTop values of each metric that has one for each place of the program
 * @param maxOverhead percent of one core that the agent's thread may take; 0 for what suits the
 *     level
 * @param maxMemory bytes of heap that the agent may hold; 0 for what suits the level
 * @param jmx whether the agent shows itself in the platform's MBean server
 * @param analyzer jar that judges there; empty for the one beside the agent's
 */
public record UnattendedOptions(
    long exitMillis,
    int heapTrigger,
    long growthMillis,
    String metrics,
    int metricsTop,
    int maxOverhead,
    long maxMemory,
    boolean jmx,
    String analyzer) {

  static UnattendedOptions read(OptionReader in) {
    return new UnattendedOptions(
        (Long) in.value(OptionTable.EXIT_WAIT),
        Math.toIntExact((Long) in.value(OptionTable.HEAP_TRIGGER)),
        (Long) in.value(OptionTable.GROWTH_TRIGGER),
        (String) in.value(OptionTable.METRICS),
        Math.toIntExact((Long) in.value(OptionTable.METRICS_TOP)),
        Math.toIntExact((Long) in.value(OptionTable.MAX_OVERHEAD)),
        (Long) in.value(OptionTable.MAX_MEMORY),
        (Boolean) in.value(OptionTable.JMX),
        (String) in.value(OptionTable.ANALYZER));
  }

  void writeTo(Map<String, String> texts) {
    texts.put(OptionTable.EXIT_WAIT.name(), AgentOptions.duration(exitMillis));
    texts.put(OptionTable.HEAP_TRIGGER.name(), Integer.toString(heapTrigger));
    texts.put(OptionTable.GROWTH_TRIGGER.name(), AgentOptions.duration(growthMillis));
    texts.put(OptionTable.METRICS.name(), metrics);
    texts.put(OptionTable.METRICS_TOP.name(), Integer.toString(metricsTop));
    texts.put(OptionTable.MAX_OVERHEAD.name(), Integer.toString(maxOverhead));
    texts.put(OptionTable.MAX_MEMORY.name(), Long.toString(maxMemory));
    texts.put(OptionTable.JMX.name(), jmx ? "on" : "off");
    texts.put(OptionTable.ANALYZER.name(), analyzer);
  }
}
