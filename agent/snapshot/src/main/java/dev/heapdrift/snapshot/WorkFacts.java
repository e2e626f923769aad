package dev.heapdrift.snapshot;

import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import java.util.List;

/**
 * How much work the application has done, as it counts it itself: requests, messages, orders.
 *
 * @param counter what counts it: the MBean's attribute that the agent was told of, or {@link #API}
 * @param history units done since the counter was first read, by JVM uptime, oldest first, never
 *     decreasing; at most 65 points
 */
public record WorkFacts(String counter, List<SizePoint> history) {
  /** The counter of an application that counts by calls of the API. */
  public static final String API = "Heapdrift.countWork";

  /** Copies the history. */
  public WorkFacts {
    history = SizePoints.copyOf(history);
  }
}
