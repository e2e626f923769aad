package dev.heapdrift.agent.survivors;

import jdk.jfr.FlightRecorder;

/** Whether this JVM can sample survivors. Asking starts nothing. */
final class RecorderSupport {
  private static final String MODULE = "jdk.jfr";

  private RecorderSupport() {}

  /**
   * Why it cannot, in half a sentence; null when it can.
   *
   * @param collector the collector's name in the facts of the JVM
   */
  static String obstacle(String collector) {
    if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
      return "this JVM has no module jdk.jfr";
    }
    // Asking for the event would make the JVM print a warning.
    if (collector.equals("generational ZGC")) {
      return "the flight recorder does not sample them with generational ZGC";
    }
    return FlightRecorder.isAvailable() ? null : "the flight recorder is switched off";
  }
}
