package dev.heapdrift.agent.survivors;

import dev.heapdrift.snapshot.Frame;
import java.util.List;

/**
 * An object that was alive when the recorder was asked.
 *
 * @param stack where it was allocated, most recent frame first; empty when not recorded
 * @param type its class, such as {@code com.app.Order} or {@code byte[]}
 * @param allocatedMillis JVM uptime at its allocation, in ms
 * @param bytes its shallow size in bytes, or -1 where this JDK's event does not tell
 * @param elements its length when it is an array, or -1
 * @param linked whether objects of its class can hold each other, as the nodes of a list do
 */
public record SurvivorSample(
    List<Frame> stack,
    String type,
    long allocatedMillis,
    long bytes,
    long elements,
    boolean linked) {

  /** Copies the stack. */
  public SurvivorSample {
    stack = List.copyOf(stack);
  }

  /** The same with an equal stack. */
  SurvivorSample with(List<Frame> equal) {
    return new SurvivorSample(equal, type, allocatedMillis, bytes, elements, linked);
  }
}
