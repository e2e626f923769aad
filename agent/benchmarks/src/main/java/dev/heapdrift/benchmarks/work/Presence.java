package dev.heapdrift.benchmarks.work;

import java.util.List;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;

/**
 * Whether the tool whose cost is measured is at work in this JVM. A tool that is not costs nothing.
 */
final class Presence {

  private static final String DOOR = "java.lang.HeapdriftDoor1";
  private static final String ALLOCATION_DOOR = "java.lang.HeapdriftAllocations1";

  private Presence() {}

  /** Why the tool is not at work, in one line, or an empty text. */
  static String problem(String tool) {
    return switch (tool) {
      case "watch" -> defined(DOOR) ? "" : "the agent did not start";
      case "sample", "exact" -> defined(ALLOCATION_DOOR) ? "" : "the agent traces no allocations";
      case "jfr" -> recording() ? "" : "no recording is running";
      case "instrumenter" -> CountingSampler.problem();
      default -> ""; // nothing to look for; a native agent that fails ends its JVM
    };
  }

  private static boolean defined(String bootstrapClass) {
    try {
      Class.forName(bootstrapClass, false, null);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static boolean recording() {
    List<Recording> all = FlightRecorder.getFlightRecorder().getRecordings();
    return all.stream().anyMatch(one -> one.getState() == RecordingState.RUNNING);
  }
}
