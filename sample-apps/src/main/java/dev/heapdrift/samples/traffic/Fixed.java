package dev.heapdrift.samples.traffic;

import dev.heapdrift.samples.leaks.Pace;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Serves the same visitors, and forgets each two seconds after he came. The table rises all the
 * same: with the traffic.
 */
public final class Fixed {
  private static final int TURNS_A_SECOND = 20;
  private static final int TURNS_KEPT = 40;

  private static final Map<Long, Visit> VISITS = new LinkedHashMap<>();

  private static final Visits COUNTED = Visits.published();

  private Fixed() {}

  /** Serves 200 visitors in the first second and 200 more in each that follows. */
  public static void main(String[] args) throws InterruptedException {
    Pace.of(args)
        .run(
            TURNS_A_SECOND,
            turn -> {
              forget(turn - TURNS_KEPT);
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
    VISITS.put(number, visit);
  }

  /** The oldest come first. */
  private static void forget(int turn) {
    Iterator<Visit> visits = VISITS.values().iterator();
    while (visits.hasNext() && visits.next().turn() <= turn) {
      visits.remove();
    }
  }

  private record Visit(String name, int turn) {}
}
