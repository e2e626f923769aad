package dev.heapdrift.agent.registry;

import dev.heapdrift.hooks.Door;

/** Makes growth events through the door, in place of hooked code. */
final class Growths {

  /** Growth of {@code container}, which must ask for 1,024 entries or more. */
  Door.Growth of(Object container, int capacity) {
    open();
    Door.grown(container, capacity);
    return take();
  }

  /** Growth of the array in {@code field} of {@code owner}. */
  Door.Growth of(Object owner, String field, int capacity) {
    open();
    Door.stored(owner, new long[capacity], new long[0], field);
    return take();
  }

  private static void open() {
    Door.open(true);
    Door.refill(1);
  }

  private static Door.Growth take() {
    Door.Growth event = null;
    for (int i = 0; i < Door.ringSize() && event == null; i++) {
      event = Door.take(i);
    }
    Door.open(false);
    return event;
  }
}
