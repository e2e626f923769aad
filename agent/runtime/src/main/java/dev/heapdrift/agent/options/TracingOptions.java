package dev.heapdrift.agent.options;

import java.util.Map;

/**
 * How allocations are traced, at levels {@link Level#SAMPLE} and {@link Level#EXACT}.
 *
 * @param frames frames kept of an allocation's stack; 0 for what suits the level
 * @param sampleInterval mean bytes between two samples
 * @param maxLive objects traced at a time
 * @param maxTraces different stacks and classes
 * @param seed of the sampling; 0 for another one in each run
 */
public record TracingOptions(
    int frames, long sampleInterval, long maxLive, int maxTraces, long seed) {

  static TracingOptions read(OptionReader in) {
    return new TracingOptions(
        Math.toIntExact((Long) in.value(OptionTable.TRACE_FRAMES)),
        (Long) in.value(OptionTable.SAMPLE_INTERVAL),
        (Long) in.value(OptionTable.MAX_LIVE),
        Math.toIntExact((Long) in.value(OptionTable.MAX_TRACES)),
        (Long) in.value(OptionTable.SEED));
  }

  void writeTo(Map<String, String> texts) {
    texts.put(OptionTable.TRACE_FRAMES.name(), Integer.toString(frames));
    texts.put(OptionTable.SAMPLE_INTERVAL.name(), Long.toString(sampleInterval));
    texts.put(OptionTable.MAX_LIVE.name(), Long.toString(maxLive));
    texts.put(OptionTable.MAX_TRACES.name(), Integer.toString(maxTraces));
    texts.put(OptionTable.SEED.name(), Long.toString(seed));
  }
}
