package dev.heapdrift.agent.work;

import dev.heapdrift.agent.registry.TimeAxis;
import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import java.util.ArrayList;
import java.util.List;

/**
 * Units of work over time: exact, for what matters is the difference between two large numbers, and
 * thinned as the histories of sizes are. Belongs to the agent's thread.
 */
final class WorkHistory {
  private final TimeAxis axis = new TimeAxis();
  private final long[] units = new long[TimeAxis.SLOTS];
  private int used;
  private int generation;
  private SizePoint newest;

  /** Adds a reading; one that is not later than the last changes nothing. */
  void add(long uptimeMillis, long total) {
    if (newest != null && uptimeMillis <= newest.uptimeMillis()) {
      return;
    }
    newest = new SizePoint(uptimeMillis, total);
    int slot = axis.advance(uptimeMillis);
    for (; generation < axis.generation(); generation++) {
      thin();
    }
    if (slot == used) {
      units[used++] = total;
    }
  }

  /** Keeps the even slots, as the axis does. */
  private void thin() {
    for (int i = 0; i < used / 2; i++) {
      units[i] = units[2 * i];
    }
    used /= 2;
  }

  /** What is left of the readings, oldest first, with the newest; empty before the first. */
  List<SizePoint> points() {
    List<SizePoint> points = new ArrayList<>();
    for (int slot = 0; slot < used; slot++) {
      points.add(new SizePoint(axis.time(slot), units[slot]));
    }
    if (newest != null && axis.time(used - 1) < newest.uptimeMillis()) {
      points.add(newest);
    }
    return points;
  }
}
