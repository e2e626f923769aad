package dev.heapdrift.analyzer.site;

import dev.heapdrift.snapshot.Frame;
import java.util.List;

/**
 * Objects of one class, allocated with one stack, that stay alive.
 *
 * @param stack where they are allocated, most recent frame first, at least one of the application
 * @param type their class
 * @param linked whether objects of the class can hold each other, as far as is known
 * @param samples how many of them were seen
 */
public record Pile(List<Frame> stack, String type, boolean linked, long samples) {

  /** Copies the stack. */
  public Pile {
    stack = List.copyOf(stack);
  }
}
