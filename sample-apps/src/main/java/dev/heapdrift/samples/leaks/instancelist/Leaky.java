package dev.heapdrift.samples.leaks.instancelist;

import dev.heapdrift.samples.leaks.Pace;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A weather station that reports the mean of its latest readings. It appends each reading to a list
 * and looks at the tail; nothing ever shortens the list.
 */
public final class Leaky implements Runnable {

  private static final int WINDOW = 600;

  private final List<Reading> readings = new ArrayList<>();
  private final AtomicReference<String> report = new AtomicReference<>("");
  private final Pace pace;

  private Leaky(Pace pace) {
    this.pace = pace;
  }

  /** Takes 1,000 readings a second, on the station's own thread. */
  public static void main(String[] args) throws InterruptedException {
    Leaky station = new Leaky(Pace.of(args));
    Thread thread = new Thread(station, "station");
    thread.start();
    thread.join();
    System.out.println(station.report.get());
  }

  @Override
  public void run() {
    try {
      int turns = pace.run(1_000, this::read);
      report.set(turns + " readings, latest mean " + mean());
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private void read(int turn) {
    readings.add(new Reading(turn, 18 + Math.sin(turn / 500.0) * 6)); // grows: instance-list
    if (turn % 100 == 0) {
      report.set("mean " + mean());
    }
  }

  private double mean() {
    return readings.subList(Math.max(0, readings.size() - WINDOW), readings.size()).stream()
        .mapToDouble(Reading::celsius)
        .average()
        .orElse(Double.NaN);
  }

  private record Reading(int turn, double celsius) {}
}
