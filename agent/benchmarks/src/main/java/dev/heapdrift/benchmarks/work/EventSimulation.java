package dev.heapdrift.benchmarks.work;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * Two thousand events of a queueing system: each arrival schedules its departure and the next
 * arrival in a heap ordered by time; the last five hundred events are kept as history.
 */
final class EventSimulation implements Workload {

  private static final int EVENTS = 2000;
  private static final int HISTORY = 500;

  private record Event(int time, int number, boolean arrival) implements Comparable<Event> {
    @Override
    public int compareTo(Event other) {
      return time != other.time
          ? Integer.compare(time, other.time)
          : Integer.compare(number, other.number);
    }
  }

  @Override
  public long unit() {
    Random32 random = new Random32(11);
    Queue<Event> agenda = new PriorityQueue<>();
    Deque<Event> history = new ArrayDeque<>();
    int number = 0;
    long waiting = 0;
    long checksum = 0;
    agenda.add(new Event(0, number++, true));
    for (int i = 0; i < EVENTS; i++) {
      Event event = agenda.remove();
      if (event.arrival()) {
        waiting++;
        agenda.add(new Event(event.time() + 1 + random.below(100), number++, false));
        agenda.add(new Event(event.time() + 1 + random.below(20), number++, true));
      } else {
        waiting--;
      }
      history.addLast(event);
      if (history.size() > HISTORY) {
        history.removeFirst();
      }
      checksum += waiting;
    }
    return checksum + history.size();
  }
}
