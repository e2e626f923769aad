package dev.heapdrift.samples.leaks.instancelist;

import dev.heapdrift.samples.leaks.Pace;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicReference;

/** The same weather station; a reading that falls out of the window is dropped. */
public final class Fixed implements Runnable {

  private static final int WINDOW = 600;

  private final Deque<Reading> readings = new ArrayDeque<>();
  private final AtomicReference<String> report = new AtomicReference<>("");
  private final Pace pace;

  private Fixed(Pace pace) {
    this.pace = pace;
  }

  /** Takes 1,000 readings a second, on the station's own thread. */
  public static void main(String[] args) throws InterruptedException {
    Fixed station = new Fixed(Pace.of(args));
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
    readings.addLast(new Reading(turn, 18 + Math.sin(turn / 500.0) * 6));
    if (readings.size() > WINDOW) {
      readings.removeFirst();
    }
    if (turn % 100 == 0) {
      report.set("mean " + mean());
    }
  }

  private double mean() {
    return readings.stream().mapToDouble(Reading::celsius).average().orElse(Double.NaN);
  }

  private record Reading(int turn, double celsius) {}
}
