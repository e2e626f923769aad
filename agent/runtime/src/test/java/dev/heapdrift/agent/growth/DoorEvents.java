package dev.heapdrift.agent.growth;

import dev.heapdrift.hooks.Door;
import java.util.ArrayList;
import java.util.List;

/** Opens the door for a test and takes what arrives there, in place of the agent. */
final class DoorEvents implements AutoCloseable {

  DoorEvents() {
    Door.open(true);
    Door.refill(1 << 16);
  }

  /** What has arrived since the last call. */
  List<Door.Growth> take() {
    List<Door.Growth> events = new ArrayList<>();
    for (int i = 0; i < Door.ringSize(); i++) {
      Door.Growth event = Door.take(i);
      if (event != null) {
        events.add(event);
      }
    }
    return events;
  }

  @Override
  public void close() {
    Door.open(false);
  }
}
