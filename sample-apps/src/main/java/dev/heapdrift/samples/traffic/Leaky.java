package dev.heapdrift.samples.traffic;

import dev.heapdrift.samples.leaks.Pace;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps what each visitor does until he signs out. One in ten signs out; the others close their
 * browser and stay in the table. Ever more visitors come.
 */
public final class Leaky {
  private static final int TURNS_A_SECOND = 20;

  private static final Map<Long, Visit> VISITS = new LinkedHashMap<>();

  private static final Visits COUNTED = Visits.published();

  private Leaky() {}

  /** Serves 200 visitors in the first second and 200 more in each that follows. */
  public static void main(String[] args) throws InterruptedException {
    Pace.of(args)
        .run(
            TURNS_A_SECOND,
            turn -> {
              for (int visitor = 0; visitor < 10 + turn / 2; visitor++) {
                serve(COUNTED.next(), turn);
              }
            });
    System.out.println(COUNTED.getServed() + " visits");
  }

  private static void serve(long number, int turn) {
    enter(number, new Visit("visitor-" + number, turn));
    if (number % 10 == 0) {
      VISITS.remove(number);
    }
  }

  private static void enter(long number, Visit visit) {
    VISITS.put(number, visit); // grows: rising-traffic
  }

  private record Visit(String name, int turn) {}
}
