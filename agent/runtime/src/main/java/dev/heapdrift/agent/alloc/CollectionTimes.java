package dev.heapdrift.agent.alloc;

import dev.heapdrift.agent.registry.Now;
import java.util.ArrayDeque;
import java.util.Deque;

/** Tells what is old enough to have lived through some collections. Agent thread only. */
final class CollectionTimes {

  private final long collections;
  private final Deque<Now> times = new ArrayDeque<>();

  /** For objects that have lived through so many. */
  CollectionTimes(long collections) {
    this.collections = collections;
  }

  /** To be called often: times between two calls are not known. */
  void note(Now now) {
    if (!times.isEmpty() && times.peekLast().gcEpoch() == now.gcEpoch()) {
      times.removeLast();
    }
    times.addLast(now);
    while (times.size() > 1 && isBefore(second(), now)) {
      times.removeFirst();
    }
  }

  /** JVM uptime in ms, before which all was made that has lived through them; 0 for nothing. */
  long testedMillis() {
    return times.isEmpty() || !isBefore(times.peekFirst(), times.peekLast())
        ? 0
        : times.peekFirst().uptimeMillis();
  }

  private Now second() {
    var all = times.iterator();
    all.next();
    return all.next();
  }

  private boolean isBefore(Now time, Now now) {
    return time.gcEpoch() <= now.gcEpoch() - collections;
  }
}
