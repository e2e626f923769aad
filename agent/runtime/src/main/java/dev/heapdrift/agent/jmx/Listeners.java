package dev.heapdrift.agent.jmx;

import java.util.ArrayList;
import java.util.List;
import javax.management.NotificationListener;

/** Who listens; the JDK's support keeps that to itself. Calls no method of theirs. Any thread. */
final class Listeners {
  private final List<NotificationListener> all = new ArrayList<>();

  synchronized void add(NotificationListener listener) {
    all.add(listener);
  }

  /** Takes it out once. */
  synchronized void remove(NotificationListener listener) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i) == listener) {
        all.remove(i);
        return;
      }
    }
  }

  /** Takes it out as often as it is there. */
  synchronized void removeAll(NotificationListener listener) {
    all.removeIf(each -> each == listener);
  }

  synchronized boolean any() {
    return !all.isEmpty();
  }
}
