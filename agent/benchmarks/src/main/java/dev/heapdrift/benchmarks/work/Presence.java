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

  private Presence() {}

  /** Why the tool is not at work, in one line, or an empty text. */
  static String problem(String tool) {
    return switch (tool) {
      case "watch" -> door() != null ? "" : "the agent did not start";
      case "sample", "exact" -> tracing() ? "" : "the agent traces no allocations";
      case "jfr" -> recording() ? "" : "no recording is running";
      case "instrumenter" -> CountingSampler.problem();
      default -> ""; // nothing to look for; a native agent that fails ends its JVM
    };
  }

  /** The class that stands in java.base while our agent is or was at work, or null. */
  private static Class<?> door() {
    try {
      return Class.forName(DOOR, false, null);
    } catch (ClassNotFoundException e) {
      return null;
    }
  }

  private static boolean tracing() {
    try {
      Class<?> door = door();
      return door != null
          && Boolean.TRUE.equals(
              door.getMethod("control", String.class, Object.class)
                  .invoke(null, "tracing.active", null));
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  private static boolean recording() {
    List<Recording> all = FlightRecorder.getFlightRecorder().getRecordings();
    return all.stream().anyMatch(one -> one.getState() == RecordingState.RUNNING);
  }
}
